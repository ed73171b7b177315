package io.unveil.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A batch's report as a table: comma-separated values by RFC 4180. */
final class BatchTable {
    /** The figures by their places in the report. */
    private static final Map<String, String> FIGURES = figures();

    private BatchTable() {}

    private static Map<String, String> figures() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("model", "/model");
        all.put("width", "/image/width");
        all.put("height", "/image/height");
        all.put("mse", "/error/mse");
        all.put("mae", "/error/mae");
        all.put("psnr", "/error/psnr");
        all.put("ssim", "/error/ssim");
        all.put("score", "/anomaly/score");
        all.put("threshold", "/anomaly/threshold");
        all.put("anomalous", "/anomaly/anomalous");
        return all;
    }

    static String of(List<BatchRow> rows) {
        List<String> head = new ArrayList<>(List.of("name", "state", "output"));
        head.addAll(FIGURES.keySet());
        head.add("problem");
        return line(head) + rows.stream().map(BatchTable::row).collect(Collectors.joining());
    }

    private static String row(BatchRow row) {
        List<String> cells =
                new ArrayList<>(List.of(row.name(), row.state(), row.output().orElse("")));
        FIGURES.values().forEach(place -> cells.add(row.figure(place)));
        cells.add(row.problem()
                .map(problem -> problem.path("detail").asString(""))
                .orElse(""));
        return line(cells);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(BatchTable::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"%s\"".formatted(cell.replace("\"", "\"\"")) : cell;
    }
}
