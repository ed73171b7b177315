package io.unveil.cli;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.RejectedImage;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Picture files of a command. */
final class Pictures {
    private Pictures() {}

    static Picture read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Codec.decode(bytes, Limits.DEFAULT);
        } catch (RejectedImage e) {
            throw new RejectedImage(e.reason(), "%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Writes in the format of the file name's ending, else in the picture's own; whole or not at all. */
    static void write(Path file, Picture picture, int jpegQuality) throws IOException {
        Format format = Format.ofName(file.toString()).orElse(picture.format());
        byte[] bytes = Codec.encode(picture, format == Format.GIF ? Format.PNG : format, jpegQuality);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ModelFolder.writeWhole(file, bytes);
    }
}
