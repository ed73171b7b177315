package io.unveil.web;

import io.unveil.Unveil;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.mock.web.MockPart;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the heap that each route and method takes a pixel, besides the bodies: the least free heap with which a
 * request succeeds, found by halving while the rest of the heap is filled. Run with {@code -Xmx2g -Xmn64m
 * -XX:+UseSerialGC}; arguments: the side of the picture, and a part of the names of the cases.
 */
final class MemoryNeeds {
    private static final int CHUNK = 1 << 20;

    private MemoryNeeds() {}

    /** A route that is called as Spring calls it. */
    @FunctionalInterface
    interface Route {
        ResponseEntity<?> on(HttpServletRequest request) throws Exception;
    }

    private record Case(
            String name, Route route, Map<String, byte[]> parts, Map<String, String> parameters, String accept) {
        void run() throws Exception {
            MockMultipartHttpServletRequest request = new MockMultipartHttpServletRequest();
            parts.forEach((part, bytes) -> request.addPart(new MockPart(part, part + ".bin", bytes)));
            parameters.forEach(request::addParameter);
            request.addHeader("Accept", accept);
            ResponseEntity<?> answer = route.on(request);
            if (!(answer.getBody() instanceof byte[])) {
                new JsonMapper().writeValue(OutputStream.nullOutputStream(), answer.getBody());
            }
        }

        long bodies() {
            return parts.values().stream().mapToLong(bytes -> bytes.length).sum();
        }
    }

    public static void main(String[] args) throws Exception {
        int side = Integer.parseInt(args[0]);
        ConfigurableApplicationContext context = SpringApplication.run(
                Unveil.class,
                "--server.port=0",
                "--unveil.limits.timeout=1h",
                "--unveil.admission.memory=1TB",
                "--unveil.precision=fp32",
                "--logging.level.root=WARN");
        List<Case> cases = cases(context, side);
        for (Case one : cases) {
            if (args.length < 2 || one.name.contains(args[1])) {
                one.run(); // loads what is loaded once
                long bytes = least(one) - one.bodies();
                System.out.println(String.format(
                        Locale.ROOT,
                        "%-44s %6.1f bytes a pixel, %4d MiB",
                        one.name,
                        (double) bytes / side / side,
                        bytes >> 20));
            }
        }
        context.close();
        System.exit(0);
    }

    /** The least free heap, to a MiB. */
    private static long least(Case one) throws Exception {
        int low = 0;
        int high = (int) (Runtime.getRuntime().maxMemory() / CHUNK);
        while (high - low > Math.max(2, high / 50)) {
            int middle = (low + high) / 2;
            if (succeeds(one, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (long) high * CHUNK;
    }

    private static boolean succeeds(Case one, int free) throws Exception {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        long fill = (runtime.maxMemory() - used) / CHUNK - free;
        List<byte[]> ballast = new ArrayList<>();
        try {
            for (long i = 0; i < fill; i++) {
                ballast.add(new byte[CHUNK - 16]);
            }
            one.run();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        } finally {
            ballast.clear();
        }
    }

    private static Picture noisy(int side, BitDepth depth, Format format, double sigma) {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[side * side * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.3 + 0.2 * Math.sin(i / 3 % side * .02) + sigma / 255 * random.nextGaussian());
        }
        return Picture.of(new Pixels(side, side, 3, values), depth, format);
    }

    private static byte[] mask(int side, int hole) {
        float[] values = new float[side * side];
        for (int y = 0; y < hole; y++) {
            for (int x = 0; x < hole; x++) {
                values[(y + (side - hole) / 2) * side + x + (side - hole) / 2] = 1;
            }
        }
        return Codec.encode(Picture.of(new Pixels(side, side, 1, values), BitDepth.EIGHT, Format.PNG), Format.PNG, 95);
    }

    private static List<Case> cases(ConfigurableApplicationContext context, int side) {
        DenoiseController denoise = context.getBean(DenoiseController.class);
        FillController fill = context.getBean(FillController.class);
        CompareController compare = context.getBean(CompareController.class);
        AnomalyController anomaly = context.getBean(AnomalyController.class);
        ReconstructController reconstruct = context.getBean(ReconstructController.class);
        Picture eight = noisy(side, BitDepth.EIGHT, Format.PNG, 10);
        byte[] png = Codec.encode(eight, Format.PNG, 95);
        byte[] png16 = Codec.encode(noisy(side, BitDepth.SIXTEEN, Format.PNG, 10), Format.PNG, 95);
        byte[] jpeg = Codec.encode(eight, Format.JPEG, 95);
        byte[] webp = Codec.encode(eight, Format.WEBP, 95);
        byte[] tiff = Codec.encode(eight, Format.TIFF, 95);
        byte[] small = mask(side, 64);
        byte[] large = mask(side, side / 2);
        List<Case> cases = new ArrayList<>();
        Map<String, byte[]> file = Map.of("file", png);
        Map<String, String> sigma = Map.of("sigma", "10");
        cases.add(new Case("compare", compare::compare, two(png, "reference", png), Map.of(), "*/*"));
        cases.add(new Case("compare 16 bits", compare::compare, two(png16, "reference", png16), Map.of(), "*/*"));
        cases.add(new Case(
                "denoise untouched png", denoise::denoise, file, Map.of("sigma", "10", "strength", "0"), "*/*"));
        for (Map.Entry<String, byte[]> from : new LinkedHashMap<>(
                        Map.of("png", png, "jpeg", jpeg, "webp", webp, "tiff", tiff, "png16", png16))
                .entrySet()) {
            cases.add(new Case(
                    "denoise untouched to json " + from.getKey(),
                    denoise::denoise,
                    Map.of("file", from.getValue()),
                    Map.of("sigma", "10", "strength", "0"),
                    "application/json"));
        }
        cases.add(new Case("denoise model json", denoise::denoise, file, sigma, "application/json"));
        cases.add(new Case("denoise auto json", denoise::denoise, file, Map.of(), "application/json"));
        cases.add(new Case(
                "denoise model, reference", denoise::denoise, two(png, "reference", png), sigma, "application/json"));
        for (String to : List.of("png", "jpeg", "webp", "tiff", "bmp")) {
            cases.add(new Case("denoise model to " + to, denoise::denoise, file, sigma, "image/" + to));
        }
        cases.add(
                new Case("denoise model 16 bits to png", denoise::denoise, Map.of("file", png16), sigma, "image/png"));
        cases.add(new Case(
                "denoise model json with output png",
                denoise::denoise,
                file,
                Map.of("sigma", "10", "include", "output"),
                "application/json"));
        cases.add(new Case(
                "denoise model json with output bmp",
                denoise::denoise,
                file,
                Map.of("sigma", "10", "include", "output"),
                "application/json, image/bmp;q=0.5"));
        cases.add(new Case(
                "denoise chroma 2",
                denoise::denoise,
                file,
                Map.of("sigma", "10", "strength", "2", "chroma", "2"),
                "*/*"));
        cases.add(new Case("denoise nlm", denoise::denoise, file, Map.of("sigma", "10", "method", "nlm"), "*/*"));
        for (String method : List.of("harmonic", "push-pull", "telea", "navier-stokes", "model", "auto", "exemplar")) {
            cases.add(new Case(
                    "fill small hole " + method,
                    fill::fill,
                    two(png, "mask", small),
                    Map.of("method", method),
                    "image/png"));
        }
        for (String method : List.of("harmonic", "push-pull", "telea", "navier-stokes", "model")) {
            cases.add(new Case(
                    "fill quarter " + method,
                    fill::fill,
                    two(png, "mask", large),
                    Map.of("method", method),
                    "image/png"));
        }
        cases.add(new Case(
                "fill grow 500 harmonic",
                fill::fill,
                two(png, "mask", small),
                Map.of("method", "harmonic", "grow", "500", "feather", "100"),
                "image/png"));
        cases.add(new Case("anomaly json", anomaly::anomaly, file, Map.of(), "application/json"));
        cases.add(new Case("anomaly json map", anomaly::anomaly, file, Map.of("include", "map"), "application/json"));
        cases.add(new Case("anomaly heatmap", anomaly::anomaly, file, Map.of(), "image/png"));
        cases.add(new Case("anomaly overlay", anomaly::anomaly, file, Map.of("view", "overlay"), "image/png"));
        cases.add(new Case(
                "reconstruct", reconstruct::reconstruct, file, Map.of("model", "fashion-mnist-dense"), "image/png"));
        return cases;
    }

    private static Map<String, byte[]> two(byte[] file, String name, byte[] other) {
        return Map.of("file", file, name, other);
    }
}
