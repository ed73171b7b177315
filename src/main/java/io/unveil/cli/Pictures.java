package io.unveil.cli;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Frames;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.PictureFile;
import io.unveil.image.codec.RejectedImage;
import io.unveil.image.codec.WriteOptions;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Picture files of a command. */
final class Pictures {
    private Pictures() {}

    static Picture read(Path file) throws IOException {
        return readFile(file).picture();
    }

    static PictureFile readFile(Path file) throws IOException {
        return decoded(file, bytes -> PictureFile.decode(bytes, Limits.DEFAULT));
    }

    /** In the format that the file's name ends like, else in the picture's own; whole or not at all. */
    static void write(Path file, Picture picture, WriteOptions options) throws IOException {
        write(file, Codec.encode(picture, format(file, picture), options));
    }

    /**
     * What was made of a file, with the file's time where its metadata are kept; gives what the picture lost by its new
     * format.
     */
    static List<String> write(Job job, PictureFile file, Picture made, WriteOptions options) throws IOException {
        Format format = format(job.out(), made);
        byte[] bytes = file.encode(made, format, options);
        write(job.out(), bytes);
        if (options.keepsMetadata()) {
            Files.setLastModifiedTime(job.out(), Files.getLastModifiedTime(job.in()));
        }
        return bytes == file.bytes() ? List.of() : Codec.losses(made, format, options);
    }

    static Frames readFrames(Path file) throws IOException {
        return decoded(file, bytes -> Codec.decodeFrames(bytes, Limits.DEFAULT));
    }

    private static <T> T decoded(Path file, Function<byte[], T> decoding) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return decoding.apply(bytes);
        } catch (RejectedImage e) {
            throw new RejectedImage(e.reason(), "%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Throws {@link Errors.Failed} where the format of the output has no room for all frames. */
    static void requireRoom(Job job, Frames file) {
        Format format = format(job.out(), file.pictures().get(0));
        if (!Codec.holds(file, format)) {
            throw new Errors.Failed(
                    "%s: %s has no room for the %d pictures of %s; %s, or take the first (--frames first)"
                            .formatted(
                                    job.out(),
                                    format,
                                    file.count(),
                                    job.in(),
                                    file.animation().isPresent()
                                            ? "write .png or .webp, or .tif without times"
                                            : "write .tif"));
        }
    }

    /** As {@link #write(Job, PictureFile, Picture, WriteOptions)}, for all frames of a file. */
    static List<String> write(Job job, Frames file, Frames made, WriteOptions options) throws IOException {
        Format format = format(job.out(), file.pictures().get(0));
        byte[] bytes = file.encode(made, format, options);
        write(job.out(), bytes);
        if (options.keepsMetadata()) {
            Files.setLastModifiedTime(job.out(), Files.getLastModifiedTime(job.in()));
        }
        return bytes == file.bytes() ? List.of() : made.losses(format, options);
    }

    private static Format format(Path file, Picture picture) {
        return Format.ofName(file.toString()).orElse(picture.format()).written();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ModelFolder.writeWhole(file, bytes);
    }
}
