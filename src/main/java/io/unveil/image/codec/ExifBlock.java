package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Exif blocks (Exif 2.32): a TIFF structure whose first directory describes the picture, whose second one is a
 * thumbnail, and which points to directories of the camera and of the place.
 *
 * <p>A block from a file is changed in place and not written anew: what makers note in it counts bytes from its start.
 */
final class ExifBlock {
    static final int EXIF = 34665;
    static final int GPS = 34853;
    private static final int INTEROPERABILITY = 40965;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int RESOLUTION_UNIT = 296;
    private static final int CENTIMETRE = 3;
    private static final int THUMBNAIL_AT = 513;
    private static final int THUMBNAIL_BYTES = 514;
    private static final int MAKER_NOTE = 37500;
    private static final byte[] NAME = "Exif\0\0".getBytes(ISO_8859_1);

    /**
     * What a TIFF file says of its picture in words: document, description, maker, model, page, software, date, artist,
     * computer, rating, copyright, places on Earth, date of the photograph, and the words that Windows keeps.
     */
    private static final List<Integer> DESCRIBING = List.of(
            269, 270, 271, 272, 285, 305, 306, 315, 316, 18246, 18249, 33432, 33550, 33922, 34264, 34735, 34736, 34737,
            36867, 40091, 40092, 40093, 40094, 40095, 42112, 42113);

    private ExifBlock() {}

    /** The block without the name that stands in front of it in JPEG, and in other formats by mistake. */
    static byte[] bare(byte[] block) {
        boolean named = block.length > NAME.length && Arrays.equals(block, 0, NAME.length, NAME, 0, NAME.length);
        return named ? Arrays.copyOfRange(block, NAME.length, block.length) : block;
    }

    /** The block, or an exception where its first directory does not lie inside it. */
    static byte[] checked(byte[] block) {
        byte[] bare = bare(block);
        String start = new String(bare, 0, Math.min(4, bare.length), ISO_8859_1);
        if (!start.equals("II*\0") && !start.equals("MM\0*")) {
            throw new IllegalArgumentException("no TIFF structure");
        }
        TiffTags.first(bare);
        return bare;
    }

    static Optional<Resolution> resolution(byte[] block) {
        return resolution(TiffTags.first(block));
    }

    static Optional<Resolution> resolution(TiffTags tags) {
        double across = tags.fraction(X_RESOLUTION, 0, 0);
        double down = tags.fraction(Y_RESOLUTION, 0, 0);
        long unit = tags.number(RESOLUTION_UNIT, 0, 2);
        return switch ((int) unit) {
            case 2 -> Optional.of(new Resolution(across, down)).filter(Resolution::isMeant);
            case CENTIMETRE ->
                Optional.of(Resolution.perCentimetre(across, down)).filter(Resolution::isMeant);
            default -> Optional.empty();
        };
    }

    /** The same block of a picture that stands upright and has this size, without its thumbnail. */
    static byte[] upright(byte[] block, Size size) {
        byte[] copy = block.clone();
        ByteBuffer data = ByteBuffer.wrap(copy);
        TiffTags first = TiffTags.first(copy);
        data.order(first.order());
        set(data, first, TiffTags.ORIENTATION, 1);
        set(data, first, 256, size.width());
        set(data, first, 257, size.height());
        for (TiffTags camera : first.pointedTo(EXIF)) {
            set(data, camera, 0xA002, size.width());
            set(data, camera, 0xA003, size.height());
        }
        return withoutThumbnail(copy, data, first);
    }

    private static void set(ByteBuffer data, TiffTags tags, int tag, int value) {
        tags.valueField(tag).ifPresent(field -> {
            if (tags.unit(tag) == 2 && value <= 0xFFFF) {
                data.putShort(field, (short) value);
            } else if (tags.unit(tag) == 4) {
                data.putInt(field, value);
            }
        });
    }

    /** The chain of directories ends after the first; the picture in the second is wiped, and cut off at the end. */
    private static byte[] withoutThumbnail(byte[] block, ByteBuffer data, TiffTags first) {
        int end = block.length;
        for (TiffTags further : first.chain().subList(1, first.chain().size())) {
            long from = further.number(THUMBNAIL_AT, 0, further.number(273, 0, 0));
            long length = further.number(THUMBNAIL_BYTES, 0, further.number(279, 0, 0));
            if (from >= 8 && length > 0 && length <= block.length - from) {
                Arrays.fill(block, (int) from, (int) (from + length), (byte) 0);
                end = from + length == end ? (int) from : end;
            }
        }
        int link = Math.toIntExact(data.getInt(4) & 0xFFFFFFFFL);
        link += 2 + 12 * (data.getShort(link) & 0xFFFF);
        if (link + 4 <= block.length) {
            data.putInt(link, 0);
        }
        return Arrays.copyOf(block, Math.max(end, Math.min(link + 4, block.length)));
    }

    /** A block of what a TIFF file says in words, of its camera and of the place; empty if it says nothing. */
    static Optional<byte[]> ofTiff(TiffTags tags) {
        TiffFields first = new TiffFields();
        DESCRIBING.forEach(tag -> first.copy(tags, tag));
        return Optional.of(file(first, tags, 8)).filter(file -> file.length > 8 + 6);
    }

    /** Puts what a block says into the directory of a TIFF file. */
    static void describe(TiffFields directory, byte[] block) {
        TiffTags tags = TiffTags.first(block);
        DESCRIBING.forEach(tag -> directory.copy(tags, tag));
    }

    /** Whether a block has notes of the camera's maker, whose offsets hold in no other file. */
    static boolean hasMakerNote(byte[] block) {
        return hasMakerNote(TiffTags.first(block));
    }

    static boolean hasMakerNote(TiffTags tags) {
        return tags.pointedTo(EXIF).stream().anyMatch(camera -> camera.count(MAKER_NOTE) > 0);
    }

    /** A TIFF file of nothing but a directory and those that the tags of another structure point to. */
    private static byte[] file(TiffFields first, TiffTags tags, int start) {
        Further further = Further.of(tags);
        further.point(first, start);
        int directory = start + further.length();
        ByteBuffer file = ByteBuffer.allocate(directory + first.length());
        file.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(directory);
        further.write(file, start);
        first.write(file, directory);
        return file.array();
    }

    /** The directories of camera and place. What makers note stays out: its offsets hold in its own file only. */
    record Further(TiffFields camera, TiffFields interoperability, TiffFields place) {
        static Further none() {
            return new Further(new TiffFields(), new TiffFields(), new TiffFields());
        }

        static Further of(TiffTags tags) {
            Further further = none();
            tags.pointedTo(EXIF).stream().findFirst().ifPresent(camera -> {
                camera.tags().stream()
                        .filter(tag -> tag != INTEROPERABILITY && tag != MAKER_NOTE)
                        .forEach(tag -> further.camera.copy(camera, tag));
                camera.pointedTo(INTEROPERABILITY).stream().findFirst().ifPresent(further.interoperability::copyAll);
            });
            tags.pointedTo(GPS).stream().findFirst().ifPresent(further.place::copyAll);
            return further;
        }

        int length() {
            if (!interoperability.isEmpty()) {
                camera.number(INTEROPERABILITY, 0); // takes its room
            }
            return length(camera) + length(interoperability) + length(place);
        }

        private static int length(TiffFields fields) {
            return fields.isEmpty() ? 0 : fields.length();
        }

        /** Writes down in the first directory where these will stand when they are written from here on. */
        void point(TiffFields first, int from) {
            length();
            if (!camera.isEmpty()) {
                first.number(EXIF, from);
            }
            if (!interoperability.isEmpty()) {
                camera.number(INTEROPERABILITY, from + length(camera));
            }
            if (!place.isEmpty()) {
                first.number(GPS, from + length(camera) + length(interoperability));
            }
        }

        void write(ByteBuffer file, int from) {
            int at = from;
            for (TiffFields fields : List.of(camera, interoperability, place)) {
                if (!fields.isEmpty()) {
                    fields.write(file, at);
                    at += fields.length();
                }
            }
        }
    }
}
