package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * OpenEXR (openexr.com, "OpenEXR File Layout"): light in floating point, gray or red, green and blue, with alpha. The
 * light becomes sRGB with 16 bits, as of {@link Hdr}; colours that were multiplied by alpha are divided by it.
 */
final class Exr implements ImageFile {
    private static final List<String> READ = List.of("R", "G", "B", "A", "Y");

    private final byte[] file;
    private final ExrHeader header;

    Exr(byte[] file) {
        this.file = file;
        this.header = ExrHeader.of(file);
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(header.display().claim());
        claims.add(header.data().claim());
        header.tile().ifPresent(claims::add);
        return claims;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public Origin origin(Notes notes) {
        Metadata metadata = new Metadata(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                header.chromaticities()
                        .map(some -> new Colorimetry(
                                Optional.empty(), Optional.of(some), OptionalInt.empty(), OptionalInt.empty()))
                        .filter(colours -> !colours.isLikeSrgb()),
                Optional.empty());
        return new Origin(Format.EXR, Optional.empty(), metadata, List.of());
    }

    @Override
    public Optional<String> whichWasTaken() {
        return header.parts() > 1
                ? Optional.of("the file has %d parts; the first was taken".formatted(header.parts()))
                : Optional.empty();
    }

    @Override
    public Samples samples(Notes notes) throws IOException {
        List<String> left =
                header.channels().stream().filter(name -> !READ.contains(name)).toList();
        if (!header.channels().contains("Y") && !header.channels().containsAll(List.of("R", "G", "B"))) {
            throw RejectedImage.unsupported(
                    "the EXR image has the channels %s, read are R, G, B or Y, and A".formatted(header.channels()));
        }
        if (left.contains("RY") || left.contains("BY")) {
            throw RejectedImage.unsupported(
                    "the EXR image has brightness and colour differences (Y, RY, BY), which are not read; save it with R, G and B");
        }
        if (!left.isEmpty()) {
            notes.add("channels that were left out: " + String.join(", ", left));
        }
        byte[] atOrigin = new ExrChunks(file, header).atOrigin();
        LightSamples.Light light = VideoFrame.decodeLight(atOrigin, size(header.data()));
        return LightSamples.of(
                light.onCanvas(
                        size(header.display()),
                        Math.subtractExact(
                                header.data().left(), header.display().left()),
                        Math.subtractExact(header.data().top(), header.display().top())),
                notes);
    }

    private static Size size(ExrHeader.Window window) {
        return new Size((int) window.claim().width(), (int) window.claim().height());
    }
}
