package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A TIFF file (TIFF 6.0; BigTIFF): which of its directories is the picture, and what is said of it. Thumbnails and
 * masks are stepped over; of several pages the first is the picture.
 */
final class Tiff implements ImageFile {
    private static final int SUBFILE_KIND = 254;
    private static final int REDUCED = 1;
    private static final int MASK = 4;
    private static final int OLD_SUBFILE_KIND = 255;
    private static final int OLD_REDUCED = 2;
    private static final int SUB_DIRECTORIES = 330;
    private static final int WHITE_POINT = 318;
    private static final int PRIMARIES = 319;
    private static final int XMP = 700;
    private static final int IPTC = 33723;
    private static final int PHOTOSHOP = 34377;
    static final int ICC = 34675;

    private final byte[] file;
    private final TiffTags first;
    private final TiffTags tags;

    Tiff(byte[] file) {
        this.file = file;
        this.first = TiffTags.first(file);
        this.tags = picture(first);
    }

    private Tiff(byte[] file, TiffTags first, TiffTags tags) {
        this.file = file;
        this.first = first;
        this.tags = tags;
    }

    /** The directory of a page says itself what it is; the first one does not speak for it. */
    @Override
    public List<ImageFile> pages() {
        List<TiffTags> pages = first.chain().stream().filter(Tiff::isPicture).toList();
        return pages.size() < 2
                ? List.of(this)
                : pages.stream()
                        .<ImageFile>map(page -> new Tiff(file, page, page))
                        .toList();
    }

    @Override
    public Optional<String> whichWasTaken() {
        int pages = pages().size();
        return pages > 1
                ? Optional.of("the file has %d pages; the first was taken".formatted(pages))
                : Optional.empty();
    }

    /** The first directory that is neither a smaller copy nor a mask; those below it, where it is but a thumbnail. */
    private static TiffTags picture(TiffTags first) {
        List<TiffTags> directories = new ArrayList<>(first.chain());
        directories.addAll(1, first.pointedTo(SUB_DIRECTORIES));
        return directories.stream()
                .filter(directory -> isPicture(directory))
                .findFirst()
                .orElse(first);
    }

    private static boolean isPicture(TiffTags directory) {
        return (directory.number(SUBFILE_KIND, 0, 0) & (REDUCED | MASK)) == 0
                && directory.number(OLD_SUBFILE_KIND, 0, 1) != OLD_REDUCED
                && directory.count(TiffLayout.WIDTH) > 0;
    }

    @Override
    public List<Claim> claims() {
        CameraRaw.refuse(file, first);
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(tags.number(TiffLayout.WIDTH, 0, 0), tags.number(TiffLayout.HEIGHT, 0, 0)));
        if (tags.count(TiffLayout.TILE_WIDTH) > 0) {
            claims.add(new Claim(tags.number(TiffLayout.TILE_WIDTH, 0, 0), tags.number(TiffLayout.TILE_HEIGHT, 0, 0)));
        }
        return claims;
    }

    @Override
    public Orientation orientation() {
        return Orientation.of(tags.number(TiffTags.ORIENTATION, 0, first.number(TiffTags.ORIENTATION, 0, 1)));
    }

    @Override
    public Origin origin(Notes notes) {
        if (tags != first) {
            notes.add("the first directory of the file is a thumbnail; the picture itself was taken");
        }
        if (ExifBlock.hasMakerNote(first)) {
            notes.add("the maker's notes of Exif were left out");
        }
        Metadata metadata = new Metadata(
                notes.block("Exif block", () -> ExifBlock.ofTiff(first)),
                notes.block("XMP packet", () -> first.value(XMP)),
                notes.block(
                        "IPTC block",
                        () -> first.value(IPTC).or(() -> first.value(PHOTOSHOP).flatMap(PhotoshopResources::iptc))),
                List.of(),
                notes.unlessBroken("resolution", () -> ExifBlock.resolution(tags)),
                notes.unlessBroken("colorimetry", this::colours),
                Optional.empty());
        return new Origin(Format.TIFF, notes.block("ICC profile", () -> tags.value(ICC)), metadata, List.of());
    }

    private Optional<Colorimetry> colours() {
        if (tags.count(WHITE_POINT) < 2 || tags.count(PRIMARIES) < 6) {
            return Optional.empty();
        }
        int[] chromaticities = new int[8];
        for (int i = 0; i < chromaticities.length; i++) {
            double value = i < 2 ? tags.fraction(WHITE_POINT, i, 0) : tags.fraction(PRIMARIES, i - 2, 0);
            if (!(value >= (i % 2 == 0 ? 0 : .001) && value <= 1)) {
                throw new IllegalArgumentException("no chromaticity: " + value);
            }
            chromaticities[i] = (int) Math.round(value * 100_000);
        }
        return Optional.of(new Colorimetry(
                Optional.empty(), Optional.of(chromaticities), Colorimetry.NONE.gamma(), Colorimetry.NONE.intent()));
    }

    @Override
    public Samples samples(Notes notes) throws IOException {
        TiffLayout layout = TiffLayout.of(file, tags);
        if (layout.compression().isLeftToLibrary()) {
            return TiffByLibrary.samples(file, layout, notes);
        }
        return new TiffPixels(layout, TiffColours.of(layout, notes), notes).read();
    }
}
