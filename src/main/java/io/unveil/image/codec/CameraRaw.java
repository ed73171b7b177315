package io.unveil.image.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files of cameras that hold what the sensor saw, in the structure of TIFF, beside finished previews. */
final class CameraRaw {
    private static final int PHOTOMETRIC = 262;
    private static final int COLOUR_FILTERS = 32803;
    private static final int LINEAR_RAW = 34892;
    private static final int MAKE = 271;
    private static final int SUB_DIRECTORIES = 330;
    private static final int DNG_VERSION = 50706;

    private CameraRaw() {}

    /** @throws RejectedImage for such a file: a preview is not the picture, and developing takes decisions */
    static void refuse(byte[] file, TiffTags first) {
        List<TiffTags> directories = new ArrayList<>(first.chain());
        directories.addAll(first.pointedTo(SUB_DIRECTORIES));
        boolean canon = file.length > 10 && file[8] == 'C' && file[9] == 'R';
        boolean raw = canon
                || first.count(DNG_VERSION) > 0
                || directories.stream()
                        .mapToLong(directory -> directory.number(PHOTOMETRIC, 0, 0))
                        .anyMatch(colours -> colours == COLOUR_FILTERS || colours == LINEAR_RAW);
        if (raw) {
            throw RejectedImage.unsupported(OtherFormats.cameraRaw(canon ? "Canon CR2" : name(first)));
        }
    }

    private static String name(TiffTags first) {
        if (first.count(DNG_VERSION) > 0) {
            return "DNG";
        }
        String make = first.text(MAKE).toUpperCase(Locale.ROOT);
        return List.of(
                        "NIKON: Nikon NEF",
                        "SONY: Sony ARW",
                        "PENTAX: Pentax PEF",
                        "SAMSUNG: Samsung SRW",
                        "CANON: Canon TIFF")
                .stream()
                .filter(pair -> make.startsWith(pair.substring(0, pair.indexOf(':'))))
                .map(pair -> pair.substring(pair.indexOf(':') + 2))
                .findFirst()
                .orElse("of an unknown maker");
    }
}
