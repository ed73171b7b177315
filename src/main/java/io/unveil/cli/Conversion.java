package io.unveil.cli;

import io.unveil.image.Format;
import io.unveil.pipeline.code.Npy;
import java.nio.file.Path;
import java.util.Locale;

/** The kinds of files that a command reads and writes. */
enum Conversion {
    PICTURE_TO_PICTURE,
    PICTURE_TO_CODE,
    CODE_TO_PICTURE;

    /** The kind that it reads, in words. */
    String taken() {
        return this == CODE_TO_PICTURE ? Npy.ENDING + " file" : "picture";
    }

    /** Whether a file's name has an ending of the kind that it reads. */
    boolean takes(Path file) {
        return this == CODE_TO_PICTURE
                ? isCode(file)
                : Format.ofName(file.toString()).isPresent();
    }

    /** Whether a name has an ending of the kind that it writes. */
    boolean makes(Path file) {
        return this == PICTURE_TO_CODE
                ? isCode(file)
                : Format.ofName(file.toString()).isPresent();
    }

    /** The endings of what it makes, in words. */
    String endings() {
        return this == PICTURE_TO_CODE ? Npy.ENDING : ".png, .jpg, .webp, .tif, .bmp or .pnm";
    }

    /** The name of what is made of a file of this name; of a format that is read only, PNG is made. */
    Path made(Path name) {
        boolean readOnly = Format.ofName(name.toString())
                .filter(format -> !format.isWritten())
                .isPresent();
        return switch (this) {
            case PICTURE_TO_PICTURE -> readOnly ? ending(name, ".png") : name;
            case PICTURE_TO_CODE -> ending(name, Npy.ENDING);
            case CODE_TO_PICTURE -> ending(name, ".png");
        };
    }

    private static boolean isCode(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(Npy.ENDING);
    }

    private static Path ending(Path name, String ending) {
        String file = name.getFileName().toString();
        int dot = file.lastIndexOf('.');
        return name.resolveSibling((dot > 0 ? file.substring(0, dot) : file) + ending);
    }
}
