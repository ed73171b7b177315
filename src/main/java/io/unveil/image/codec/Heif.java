package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * HEIC and AVIF (ISO 23008-12; AV1 Image File Format 1.1): the primary picture, whole or in tiles, with its alpha,
 * cropped, turned and mirrored as its file says. An orientation in Exif does not count, by the standard.
 */
final class Heif implements ImageFile {
    private static final int MOST_TILES = 4096;
    private static final int MOST_STEPS = 4; // from a picture to one that it is the same as
    private static final List<String> ALPHA = List.of(
            "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1", "urn:mpeg:avc:2015:auxid:1");

    private final Format format;
    private final HeifItems items;
    private final HeifItems.Item primary;

    Heif(Format format, byte[] file) {
        this.format = format;
        this.items = new HeifItems(file);
        this.primary = items.primary();
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        Claim stated = stated(primary);
        claims.add(HeifCrop.of(primary).map(crop -> crop.claim(stated)).orElse(stated));
        claims.add(stated);
        addParts(primary, claims, MOST_STEPS);
        alpha().ifPresent(item -> {
            claims.add(stated(item));
            addParts(item, claims, MOST_STEPS);
        });
        return claims;
    }

    private void addParts(HeifItems.Item item, List<Claim> claims, int steps) {
        if (item.type().equals("iden")) {
            HeifItems.Item same = sameAs(item);
            claims.add(stated(same));
            if (steps == 0) {
                throw RejectedImage.damaged("the %s image is damaged: it is made of itself".formatted(format));
            }
            addParts(same, claims, steps - 1);
        } else if (item.type().equals("grid")) {
            HeifGrid grid = HeifGrid.of(items.data(item));
            List<HeifItems.Item> tiles = tiles(item, grid);
            Claim tile = stated(tiles.get(0));
            claims.add(new Claim(grid.columns() * tile.width(), grid.rows() * tile.height()));
            claims.add(grid.claim());
        }
    }

    private HeifItems.Item sameAs(HeifItems.Item item) {
        return items.from(item, "dimg").stream()
                .findFirst()
                .orElseThrow(() ->
                        RejectedImage.damaged("the %s image is damaged: it is made of nothing".formatted(format)));
    }

    private List<HeifItems.Item> tiles(HeifItems.Item item, HeifGrid grid) {
        List<HeifItems.Item> tiles = items.from(item, "dimg");
        int count = grid.rows() * grid.columns();
        if (tiles.size() != count || count > MOST_TILES) {
            throw RejectedImage.damaged("the %s image is damaged: it has %d tiles and needs %d, at most %d are read"
                    .formatted(format, tiles.size(), count, MOST_TILES));
        }
        return tiles;
    }

    private Claim stated(HeifItems.Item item) {
        HeifBox size = item.property("ispe")
                .orElseThrow(() ->
                        RejectedImage.damaged("the %s image is damaged: it does not state its size".formatted(format)));
        return new Claim(size.number(4, 4), size.number(8, 4));
    }

    private Optional<HeifItems.Item> alpha() {
        return items.to(primary, "auxl").stream()
                .filter(item -> item.property("auxC")
                        .map(box -> new String(box.bytes(4), ISO_8859_1))
                        .filter(name -> ALPHA.stream().anyMatch(name::startsWith))
                        .isPresent())
                .findFirst();
    }

    /** By its transformations, in their order (ISO 23008-12, 6.5.10 and 6.5.12). */
    @Override
    public Orientation orientation() {
        boolean swaps = false;
        boolean columns = false;
        boolean rows = false;
        for (HeifBox property : primary.properties()) {
            if (property.type().equals("irot")) {
                for (long i = property.number(0, 1) & 3; i > 0; i--) { // quarters against the clock
                    columns ^= !swaps;
                    rows ^= swaps;
                    swaps = !swaps;
                }
            } else if (property.type().equals("imir")) {
                boolean sidewise = (property.number(0, 1) & 1) == 1;
                columns ^= sidewise != swaps;
                rows ^= sidewise == swaps;
            }
        }
        if (swaps) {
            return Orientation.of(columns ? rows ? 7 : 8 : rows ? 6 : 5);
        }
        return Orientation.of(columns ? rows ? 3 : 2 : rows ? 4 : 1);
    }

    @Override
    public Optional<String> whichWasTaken() {
        long pictures = items.pictures();
        return pictures > 1
                ? Optional.of("the file has %d pictures; the main one was taken".formatted(pictures))
                : Optional.empty();
    }

    @Override
    public Origin origin(Notes notes) {
        Optional<byte[]> exif = notes.block(
                "Exif block", () -> described("Exif", "").map(Heif::exif).map(ExifBlock::checked));
        Optional<byte[]> profile = notes.block(
                "ICC profile",
                () -> colours().stream()
                        .filter(box -> box.name(0).equals("prof") || box.name(0).equals("rICC"))
                        .findFirst()
                        .map(box -> box.bytes(4)));
        Metadata metadata = new Metadata(
                exif,
                notes.block("XMP packet", () -> described("mime", "application/rdf+xml")),
                Optional.empty(),
                List.of(),
                exif.flatMap(ExifBlock::resolution),
                notes.unlessBroken("colorimetry", this::colorimetry),
                Optional.empty());
        return new Origin(format, profile, metadata, List.of());
    }

    private List<HeifBox> colours() {
        return primary.properties().stream()
                .filter(box -> box.type().equals("colr"))
                .toList();
    }

    private Optional<HeifBox> codePoints() {
        return colours().stream().filter(box -> box.name(0).equals("nclx")).findFirst();
    }

    /** Left out where it says no more than that samples are usual ones, or nothing. */
    private Optional<Colorimetry> colorimetry() {
        return codePoints()
                .map(box -> new Colorimetry.CodePoints((int) box.number(4, 2), (int) box.number(6, 2), true))
                .filter(code -> code.primaries() != 2 && code.transfer() != 2)
                .map(code ->
                        new Colorimetry(Optional.of(code), Optional.empty(), OptionalInt.empty(), OptionalInt.empty()))
                .filter(colours -> !colours.isLikeSrgb());
    }

    private Optional<byte[]> described(String type, String content) {
        return items.to(primary, "cdsc").stream()
                .filter(item -> item.type().equals(type) && item.content().startsWith(content))
                .findFirst()
                .map(items::data);
    }

    /** Four bytes say how many stand before the TIFF structure. */
    private static byte[] exif(byte[] item) {
        int skipped = ByteBuffer.wrap(item).getInt(0);
        if (skipped < 0 || skipped > item.length - 4) {
            throw new IndexOutOfBoundsException("a block behind %d bytes of %d".formatted(skipped, item.length));
        }
        return Arrays.copyOfRange(item, 4 + skipped, item.length);
    }

    @Override
    public Samples samples(Notes notes) {
        Optional<HeifItems.Item> alpha = alpha();
        Planes planes = coded(primary, MOST_STEPS);
        Samples samples = planes.samples(alpha.isPresent());
        if (alpha.isPresent()) {
            boolean multiplied = items.from(primary, "prem").contains(alpha.get());
            HeifAlpha.put(samples, coded(alpha.get(), MOST_STEPS), multiplied);
        }
        Claim stated = stated(primary);
        return HeifCrop.of(primary).map(crop -> crop.cut(samples, stated)).orElse(samples);
    }

    private Planes coded(HeifItems.Item item, int steps) {
        return switch (item.type()) {
            case "hvc1", "av01" -> frame(item);
            case "grid" -> joined(item);
            case "iden" -> {
                if (steps == 0) {
                    throw RejectedImage.damaged("the %s image is damaged: it is made of itself".formatted(format));
                }
                yield coded(sameAs(item), steps - 1);
            }
            default ->
                throw RejectedImage.unsupported(
                        "the %s file holds a picture of kind '%s', read are HEVC and AV1, whole and in tiles; convert it to JPEG, PNG or TIFF first"
                                .formatted(format, item.type()));
        };
    }

    private Planes joined(HeifItems.Item item) {
        HeifGrid grid = HeifGrid.of(items.data(item));
        List<HeifItems.Item> tiles = tiles(item, grid);
        Planes first = frame(tiles.get(0));
        Size tile = first.size();
        Size whole = new Size((int) grid.claim().width(), (int) grid.claim().height());
        if (!stated(item).equals(grid.claim())
                || whole.width() > tile.width() * grid.columns()
                || whole.height() > tile.height() * grid.rows()) {
            throw RejectedImage.damaged("the %s image is damaged: its tiles do not cover it".formatted(format));
        }
        Planes joined = Planes.blank(whole, first);
        for (int i = 0; i < tiles.size(); i++) {
            Planes next = i == 0 ? first : frame(tiles.get(i));
            if (!next.isLike(first) || !next.size().equals(tile)) {
                throw RejectedImage.damaged("the %s image is damaged: its tiles differ".formatted(format));
            }
            joined.put(next, i % grid.columns() * tile.width(), i / grid.columns() * tile.height());
        }
        // what is said of the whole counts for its tiles
        return codePoints().isPresent() && item.id() == primary.id()
                ? joined.with(coding(codePoints().get()))
                : joined;
    }

    private Planes frame(HeifItems.Item item) {
        Format kind = item.type().equals("av01") ? Format.AVIF : Format.HEIC;
        Claim claim = stated(item);
        Size size = new Size(Math.toIntExact(claim.width()), Math.toIntExact(claim.height()));
        byte[] data = items.data(item);
        if (kind == Format.AVIF) {
            for (Size announced : Av1Sequence.sizes(data)) {
                if (!size.holds(announced)) {
                    throw RejectedImage.damaged("the %s image is damaged: it claims to be %s pixels and is up to %s"
                            .formatted(format, size, announced));
                }
            }
        }
        byte[] setup = kind == Format.AVIF
                ? new byte[0]
                : item.property("hvcC").map(box -> box.bytes(0)).orElse(new byte[0]);
        Planes planes = VideoFrame.decode(kind, setup, data, size);
        return item.property("colr")
                .filter(box -> item.id() == primary.id())
                .flatMap(box -> codePoints())
                .map(box -> planes.with(coding(box)))
                .orElse(planes);
    }

    private static Planes.Coding coding(HeifBox box) {
        return new Planes.Coding((int) box.number(8, 2), (box.number(10, 1) & 0x80) != 0);
    }
}
