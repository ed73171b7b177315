package io.unveil.web;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.mock.web.MockPart;
import tools.jackson.databind.json.JsonMapper;

/** Every route and method that takes memory by the size of its picture. */
final class RouteCases {
    private static final String PNG = "image/png";
    private static final String JSON = "application/json";
    private static final int SMALL_HOLE = 64;

    private RouteCases() {}

    /** A route that is called as Spring calls it. */
    @FunctionalInterface
    interface Route {
        ResponseEntity<?> on(HttpServletRequest request) throws Exception;
    }

    /** @param parts names of parts to words for {@link #file} */
    record Case(String name, Route route, Map<String, String> parts, Map<String, String> parameters, String accept) {
        /** Sends pictures; gives the bytes of the bodies. */
        long run(Map<String, byte[]> files) throws Exception {
            MockMultipartHttpServletRequest request = new MockMultipartHttpServletRequest();
            parts.forEach((part, word) ->
                    request.addPart(new MockPart(part, part + ".bin", Objects.requireNonNull(files.get(word)))));
            parameters.forEach(request::addParameter);
            request.addHeader("Accept", accept);
            ResponseEntity<?> answer = route.on(request);
            if (!(answer.getBody() instanceof byte[])) {
                new JsonMapper().writeValue(OutputStream.nullOutputStream(), answer.getBody());
            }
            return parts.values().stream()
                    .mapToLong(word -> Objects.requireNonNull(files.get(word)).length)
                    .sum();
        }
    }

    /** A square picture: png, png16, jpeg, webp, tiff, or a mask: small (64 pixels) or quarter of the picture. */
    static byte[] file(String word, int side) {
        return switch (word) {
            case "small" -> mask(side, SMALL_HOLE);
            case "quarter" -> mask(side, side / 2);
            case "png16" -> Codec.encode(noisy(side, BitDepth.SIXTEEN), Format.PNG, 95);
            case "jpeg" -> Codec.encode(noisy(side, BitDepth.EIGHT), Format.JPEG, 95);
            case "webp" -> Codec.encode(noisy(side, BitDepth.EIGHT), Format.WEBP, 95);
            case "tiff" -> Codec.encode(noisy(side, BitDepth.EIGHT), Format.TIFF, 95);
            default -> Codec.encode(noisy(side, BitDepth.EIGHT), Format.PNG, 95);
        };
    }

    private static Picture drawn(int side, int channels, BitDepth depth, UnaryOperator<float[]> row) {
        Picture.Canvas canvas =
                Picture.blank(new Size(side, side), channels, depth, Format.PNG).canvas();
        for (int y = 0; y < side; y++) {
            float[] values = new float[side * channels];
            values[0] = y;
            canvas.put(0, y, new Pixels(side, 1, channels, row.apply(values)));
        }
        return canvas.picture();
    }

    private static Picture noisy(int side, BitDepth depth) {
        SplittableRandom random = new SplittableRandom(5);
        return drawn(side, 3, depth, row -> {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float)
                        (.4 + .2 * Math.sin(i / 3 * .02) + .04 * (random.nextDouble() + random.nextDouble() - 1));
            }
            return row;
        });
    }

    private static byte[] mask(int side, int hole) {
        int from = (side - hole) / 2;
        Picture mask = drawn(side, 1, BitDepth.EIGHT, row -> {
            int y = (int) row[0];
            for (int x = 0; x < side; x++) {
                row[x] = x >= from && x < from + hole && y >= from && y < from + hole ? 1 : 0;
            }
            return row;
        });
        return Codec.encode(mask, Format.PNG, 95);
    }

    static List<Case> of(ApplicationContext context, String scorer, String autoencoder) {
        Route denoise = context.getBean(DenoiseController.class)::denoise;
        Route fill = context.getBean(FillController.class)::fill;
        Route anomaly = context.getBean(AnomalyController.class)::anomaly;
        Route compare = context.getBean(CompareController.class)::compare;
        Route reconstruct = context.getBean(ReconstructController.class)::reconstruct;
        Route encode = context.getBean(CodeController.class)::encode;
        Map<String, String> sigma = Map.of("sigma", "10");
        Map<String, String> still = Map.of("sigma", "10", "strength", "0");
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("compare", compare, Map.of("file", "png", "reference", "png"), Map.of(), JSON));
        for (String from : List.of("png", "png16", "jpeg", "webp", "tiff")) {
            cases.add(new Case("decode " + from, denoise, Map.of("file", from), still, JSON));
        }
        cases.add(new Case("denoise, JSON", denoise, Map.of("file", "png"), Map.of(), JSON));
        cases.add(new Case("denoise, reference", denoise, Map.of("file", "png", "reference", "png"), sigma, PNG));
        for (String to : List.of("png", "jpeg", "webp", "tiff", "bmp")) {
            cases.add(new Case("denoise to " + to, denoise, Map.of("file", "png"), sigma, "image/" + to));
        }
        cases.add(new Case("denoise 16 bits to png", denoise, Map.of("file", "png16"), sigma, PNG));
        cases.add(new Case(
                "denoise, output in JSON",
                denoise,
                Map.of("file", "png"),
                Map.of("sigma", "10", "include", "output"),
                JSON));
        cases.add(new Case(
                "denoise twice",
                denoise,
                Map.of("file", "png"),
                Map.of("model", "denoise-photo", "strength", "2"),
                PNG));
        cases.add(new Case("denoise nlm", denoise, Map.of("file", "png"), Map.of("sigma", "10", "method", "nlm"), PNG));
        for (String method : List.of("harmonic", "push-pull", "telea", "navier-stokes", "model", "auto", "exemplar")) {
            cases.add(new Case(
                    "fill, " + method, fill, Map.of("file", "png", "mask", "small"), Map.of("method", method), PNG));
        }
        for (String method : List.of("harmonic", "push-pull", "model")) {
            cases.add(new Case(
                    "fill a quarter, " + method,
                    fill,
                    Map.of("file", "png", "mask", "quarter"),
                    Map.of("method", method),
                    PNG));
        }
        cases.add(new Case(
                "fill, grown by 500",
                fill,
                Map.of("file", "png", "mask", "small"),
                Map.of("method", "harmonic", "grow", "500", "feather", "100"),
                PNG));
        cases.add(new Case("anomaly, JSON", anomaly, Map.of("file", "png"), Map.of("model", scorer), JSON));
        cases.add(new Case(
                "anomaly, map", anomaly, Map.of("file", "png"), Map.of("model", scorer, "include", "map"), JSON));
        cases.add(new Case("anomaly, heatmap", anomaly, Map.of("file", "png"), Map.of("model", scorer), PNG));
        cases.add(new Case("reconstruct", reconstruct, Map.of("file", "png"), Map.of("model", autoencoder), PNG));
        cases.add(new Case("encode", encode, Map.of("file", "png"), Map.of("model", autoencoder), JSON));
        return cases;
    }
}
