package io.unveil.web;

import io.unveil.job.Job;
import io.unveil.job.JobEntry;
import io.unveil.job.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** The result of a batch: a ZIP file with the pictures under their names, report.json and report.csv. */
final class BatchArchive {
    private BatchArchive() {}

    /** Made while it is sent; pictures are compressed already. */
    static void write(Job job, Jobs jobs, JsonMapper json, OutputStream out) throws IOException {
        List<JobEntry> entries = jobs.entries(job);
        List<BatchRow> rows =
                entries.stream().map(entry -> BatchRow.of(entry, json)).toList();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (JobEntry entry : entries) {
                if (entry.output().isPresent()) {
                    zip.putNextEntry(new ZipEntry(entry.output().get()));
                    try (InputStream picture = jobs.file(job, entry.result())) {
                        picture.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
            add(zip, "report.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(rows));
            add(zip, "report.csv", BatchTable.of(rows).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
