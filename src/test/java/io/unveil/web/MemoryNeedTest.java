package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Format;
import io.unveil.image.Size;
import io.unveil.image.codec.Header;
import io.unveil.image.codec.WriteOptions;
import io.unveil.web.MemoryNeed.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table in docs/deployment.md says what the service reckons with. */
class MemoryNeedTest {
    private static final int SIDE = 1000;
    private static final double PIXELS = SIDE * (double) SIDE;
    private static final Answer NO_PICTURE = new Answer.Json();

    private static Uploads picture(int bands) {
        Upload file = new Upload(new byte[0], new Header(Format.PNG, new Size(SIDE, SIDE), bands, 1));
        return new Uploads(file, Optional.empty(), Optional.empty());
    }

    private static AnswerForm form(Set<String> included) {
        return new AnswerForm(new WriteOptions(OptionalInt.empty(), true), false, included);
    }

    /** Bytes a pixel besides the decoded picture. */
    private static double besides(int bands, Work work, Answer answer, Set<String> included) {
        return MemoryNeed.of(picture(bands), work, answer, form(included)).bytes() / PIXELS - 2 * bands;
    }

    private static String row(
            String what, Work work, Answer answer, Set<String> included, double less, double lessGray) {
        return "| %s | %s | %s |"
                .formatted(
                        what,
                        figure(besides(3, work, answer, included) - less),
                        figure(besides(1, work, answer, included) - lessGray));
    }

    private static String figure(double bytes) {
        return bytes == Math.rint(bytes) ? String.valueOf((long) bytes) : String.format(Locale.ROOT, "%.1f", bytes);
    }

    @Test
    void theDocumentedFiguresAreThoseOfTheCode() throws IOException {
        String docs = Files.readString(Path.of("docs", "deployment.md"));
        Answer png = new Answer.Image(Format.PNG);

        assertThat(docs)
                .contains(row("and while one of them is decoded", Work.FIGURES, NO_PICTURE, Set.of(), 0, 0))
                .contains(row(
                        "the same with `strength` or `chroma` that may need two passes",
                        Work.TWO_PASSES,
                        png,
                        Set.of(),
                        11.5,
                        6.5))
                .contains(row(
                        "`reconstruct`, `encode`, `maps` (resized to the network's size and back)",
                        Work.RESIZED,
                        NO_PICTURE,
                        Set.of(),
                        0,
                        0))
                .contains(row("`anomaly` (maps, blurred and coloured)", Work.MAPS, NO_PICTURE, Set.of(), 0, 0))
                .contains(row("a picture answer, encoded", Work.TWO_PASSES, png, Set.of(), 12, 4))
                .contains(row(
                        "`include=output`, encoded and in base64",
                        Work.TWO_PASSES,
                        NO_PICTURE,
                        Set.of("output"),
                        12,
                        4));
        assertThat(MemoryNeed.of(List.of(picture(3).file(), picture(3).file()), Work.FIGURES)
                                .bytes()
                        / PIXELS)
                .isEqualTo(6 + 6 + 10);
    }
}
