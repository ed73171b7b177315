package io.unveil.spark;

import io.unveil.cli.DeviceOptions;
import io.unveil.pipeline.InvalidParameter;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where pictures come from, where results go to, and how the work is divided; the same in every command. */
final class FolderOptions {
    private static final int MEBI = 1 << 20;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "URI",
            description =
                    "Folder of pictures, searched recursively, such as s3a://bucket/in, hdfs:///in or file:///in.")
    private String input;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "URI",
            description =
                    "Folder for the pictures, under their names within the input, and for the table report.parquet with a row for each.")
    private String output;

    @Option(
            names = "--models",
            defaultValue = "${env:UNVEIL_MODELS:-models}",
            description =
                    "Folder whose subfolders are the models, on every machine: a path in the image or on a shared file system, or a name that --archives gives (default: ${DEFAULT-VALUE}).")
    private String models;

    @Option(
            names = "--split",
            defaultValue = "8",
            paramLabel = "MIB",
            description =
                    "Mebibytes of files that one task works on, 1 to 4096; a larger file is a task by itself (default: ${DEFAULT-VALUE}).")
    private int split;

    @Mixin
    private DeviceOptions device;

    /** Throws {@link InvalidParameter}. */
    void check() {
        device.precision();
        if (split < 1 || split > 4096) {
            throw new InvalidParameter("--split", Integer.toString(split), "a whole number from 1 to 4096");
        }
        input();
        output();
    }

    Path input() {
        return path("--input", input);
    }

    Path output() {
        return path("--output", output);
    }

    private static Path path(String parameter, String address) {
        try {
            return new Path(address);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter(parameter, address, "an address of a folder, such as s3a://bucket/folder");
        }
    }

    String models() {
        return models;
    }

    long splitBytes() {
        return (long) split * MEBI;
    }

    DeviceOptions device() {
        return device;
    }
}
