package io.unveil.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many clients that send one picture again and again, as fast as they are answered: what they get, how long those that
 * are served wait, and whether Retry-After is true. A client that is told to wait does so.
 *
 * <p>Arguments: the address with its query, a picture, clients, seconds.
 */
final class Load {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final Path picture;
    private final long end;
    private final Map<Integer, AtomicInteger> answers = Collections.synchronizedMap(new TreeMap<>());
    private final List<Double> served = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    private Load(URI address, Path picture, int seconds) {
        this.address = address;
        this.picture = picture;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
    }

    public static void main(String[] args) throws InterruptedException {
        Load alone = new Load(URI.create(args[0]), Path.of(args[1]), Math.max(5, Integer.parseInt(args[3]) / 5));
        alone.run(1);
        alone.print("one client");
        Load all = new Load(URI.create(args[0]), Path.of(args[1]), Integer.parseInt(args[3]));
        all.run(Integer.parseInt(args[2]));
        all.print(args[2] + " clients");
    }

    private void run(int clients) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(this::client);
            client.start();
            threads.add(client);
        }
        for (Thread client : threads) {
            client.join();
        }
    }

    private void client() {
        boolean told = false;
        while (System.nanoTime() < end) {
            try {
                HttpRequest request = HttpRequest.newBuilder(address)
                        .header("Content-Type", "image/png")
                        .POST(BodyPublishers.ofFile(picture))
                        .build();
                long began = System.nanoTime();
                HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
                count(answer.statusCode(), began, told);
                told = answer.headers().firstValue("Retry-After").isPresent();
                if (told) {
                    Thread.sleep(1000L
                            * answer.headers().firstValueAsLong("Retry-After").orElse(1));
                }
            } catch (IOException e) {
                answers.computeIfAbsent(0, status -> new AtomicInteger()).incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void count(int status, long began, boolean told) {
        answers.computeIfAbsent(status, none -> new AtomicInteger()).incrementAndGet();
        if (status == 200) {
            served.add((System.nanoTime() - began) / 1e9);
        }
        if (told) {
            asked.incrementAndGet();
            late.addAndGet(status == 200 ? 0 : 1);
        }
    }

    private void print(String who) {
        List<Double> times = new ArrayList<>(served);
        Collections.sort(times);
        System.out.println(String.format(
                Locale.ROOT,
                "%-12s answers %s, 0 = none; served: median %.2f s, p99 %.2f s; of %d who waited as told, %d were served",
                who,
                answers,
                at(times, .5),
                at(times, .99),
                asked.get(),
                asked.get() - late.get()));
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
    }
}
