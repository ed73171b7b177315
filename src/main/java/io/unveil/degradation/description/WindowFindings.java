package io.unveil.degradation.description;

import io.unveil.degradation.noise.NoiseAt;
import io.unveil.image.Picture;
import io.unveil.image.Source;
import io.unveil.image.codec.JpegEncoding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The windows of a picture taken together: medians, so that one that holds nothing but sky or lawn does not decide.
 *
 * @param file how the picture's file is compressed, if it is a JPEG
 */
record WindowFindings(List<Window> windows, Optional<JpegTraces> file) {
    private static final int QUARTERS = 4;

    boolean colour() {
        return windows.stream().anyMatch(Window::colour);
    }

    List<Block> blocks() {
        return windows.stream().map(Window::blocks).flatMap(Collection::stream).toList();
    }

    /** Standard deviation of the noise that fills all directions of patches alike, 8-bit levels. */
    double white() {
        return median(windows.stream().map(window -> window.white().sigma()).toList());
    }

    double flatness() {
        return median(windows.stream().map(window -> window.white().flatness()).toList());
    }

    Impulses impulses() {
        return windows.stream()
                .map(Window::impulses)
                .sorted(Comparator.comparingDouble(Impulses::share))
                .skip(windows.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    static WindowFindings of(Source picture) {
        Optional<JpegTraces> file =
                picture instanceof Picture decoded ? JpegEncoding.of(decoded).map(JpegTraces::of) : Optional.empty();
        return new WindowFindings(Window.of(picture), file);
    }

    /** Those in the pixels, where they are the worse: a file may have been written anew; else those of the file. */
    Optional<JpegTraces> jpeg() {
        return Stream.concat(file.stream(), inPixels().stream()).min(Comparator.comparingInt(JpegTraces::quality));
    }

    /** Those of most windows. */
    private Optional<JpegTraces> inPixels() {
        List<JpegTraces> traces = windows.stream()
                .map(Window::jpeg)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(JpegTraces::quality))
                .toList();
        return 2 * traces.size() < windows.size() + 1 ? Optional.empty() : Optional.of(traces.get(traces.size() / 2));
    }

    /** In four ranges of brightness, or fewer where the windows have fewer. */
    List<NoiseAt> byBrightness() {
        List<NoiseAt> all = windows.stream()
                .map(Window::byBrightness)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingDouble(NoiseAt::brightness))
                .toList();
        int ranges = Math.min(QUARTERS, all.size());
        return IntStream.range(0, ranges)
                .mapToObj(range -> all.subList(range * all.size() / ranges, (range + 1) * all.size() / ranges))
                .map(some -> new NoiseAt(
                        median(some.stream().map(NoiseAt::brightness).toList()),
                        median(some.stream().map(NoiseAt::sigma).toList())))
                .toList();
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
