package io.unveil.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Small mixed requests, most of them sound, some wrong, odd or broken off: after each fifth, memory, threads, open
 * files and temporary files of the service, which must stay as they are; and the answers by status. On Linux.
 *
 * <p>Arguments: the address of the service, its process id, a small picture, the number of requests, its folder of
 * temporary files.
 */
final class Soak {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> ROUTES = List.of(
            "POST /v1/denoise?sigma=20",
            "POST /v1/denoise",
            "POST /v1/denoise?method=nlm&sigma=10",
            "POST /v1/fill?region=%5B%7B%22x%22:4,%22y%22:4,%22width%22:8,%22height%22:8%7D%5D",
            "POST /v1/anomaly",
            "POST /v1/denoise?sigma=%0a",
            "POST /v1/denoise?nobody=1",
            "POST /v1/fill?region=%5B%5D",
            "GET /v1/models",
            "GET /actuator/health",
            "GET /actuator/health?%0a=1",
            "GET /",
            "GET /problems/busy",
            "GET /v1/nobody",
            "DELETE /v1/models");

    private Soak() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        byte[] picture = Files.readAllBytes(Path.of(args[2]));
        int requests = Integer.parseInt(args[3]);
        Map<Integer, Integer> answers = new TreeMap<>();
        Random random = new Random(1);
        for (int i = 1; i <= requests; i++) {
            answers.merge(send(URI.create(args[0]), picture, random), 1, Integer::sum);
            if (i % (requests / 5) == 0) {
                System.out.println(String.format(
                        Locale.ROOT,
                        "%7d requests, answers %s; %s, %d open files, %d temporary files",
                        i,
                        answers,
                        status(args[1]),
                        count(Path.of("/proc", args[1], "fd")),
                        count(Path.of(args[4]))));
            }
        }
    }

    private static int send(URI service, byte[] picture, Random random) throws IOException, InterruptedException {
        String[] route = ROUTES.get(random.nextInt(ROUTES.size())).split(" ");
        byte[] body = picture.clone();
        if (random.nextInt(4) == 0) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        }
        HttpRequest request = HttpRequest.newBuilder(service.resolve(route[1]))
                .header("Content-Type", random.nextInt(9) == 0 ? "multipart/form-data; boundary=x" : "image/png")
                .header(
                        "Accept",
                        List.of("*/*", "application/json", "image/bmp", "image/webp", "\u00c9")
                                .get(random.nextInt(5)))
                .method(route[0], route[0].equals("POST") ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String status(String process) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc", process, "status"));
        return String.join(
                ", ",
                lines.stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.count() - 1;
        }
    }
}
