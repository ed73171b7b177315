package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.unveil.image.Size;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said of a picture, after it was turned: nobody may turn it again. */
final class Upright {
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<=tiff:Orientation=[\"'])[0-9](?=[\"'])");
    private static final Pattern ELEMENT = Pattern.compile("(?<=<tiff:Orientation>)[0-9](?=</tiff:Orientation>)");
    private static final String THUMBNAILS = "<xmp:Thumbnails>";
    private static final String END_OF_THUMBNAILS = "</xmp:Thumbnails>";

    private Upright() {}

    /** @param size of the picture as it is looked at */
    static Metadata of(Metadata stored, Orientation orientation, Size size, Notes notes) {
        return new Metadata(
                stored.exif()
                        .flatMap(block -> notes.block("Exif block", () -> Optional.of(ExifBlock.upright(block, size)))),
                stored.xmp().map(Upright::packet),
                stored.iptc(),
                stored.chunks(),
                stored.resolution().map(resolution -> resolution.upright(orientation)),
                stored.colours(),
                stored.jpeg(),
                stored.floats());
    }

    /** In Latin-1, which keeps all other bytes as they are, whatever they mean. */
    private static byte[] packet(byte[] xmp) {
        String text = new String(xmp, ISO_8859_1);
        String upright = ATTRIBUTE.matcher(text).replaceAll("1");
        upright = ELEMENT.matcher(upright).replaceAll("1");
        int from = upright.indexOf(THUMBNAILS);
        int to = upright.lastIndexOf(END_OF_THUMBNAILS);
        if (from >= 0 && from < to) {
            upright = upright.substring(0, from) + upright.substring(to + END_OF_THUMBNAILS.length());
        }
        return upright.equals(text) ? xmp : upright.getBytes(ISO_8859_1);
    }
}
