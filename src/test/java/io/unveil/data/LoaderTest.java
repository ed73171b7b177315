package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A loader")
class LoaderTest {
    private static final Transforms TRANSFORMS =
            new Transforms(List.of(new RandomCrop(new Size(8, 6)), new Flip(Flip.Mirror.HORIZONTAL, 0.5)));

    private static Dataset blobs() throws IOException {
        return Dataset.read("synthetic:gaussians,side=16,width=2..4", DatasetPart.TRAINING, 1, new Size(8, 6));
    }

    /** Pictures of these sizes, each of one level: its number. */
    private static Dataset pictures(Size... sizes) {
        Manifest.DataSet set = new Manifest.DataSet("pictures", sizes.length, "", "");
        List<Example> examples = new ArrayList<>();
        for (Size size : sizes) {
            byte[] samples = new byte[(int) size.pixels()];
            Arrays.fill(samples, (byte) examples.size());
            examples.add(new Example("number " + examples.size(), size, 1, samples, Label.NONE));
        }
        return new PictureFiles(set, 1, examples);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    @DisplayName("gives the same batch at the same step, whatever came before, into the same buffers")
    void followsFromTheStep() throws IOException {
        Loader fresh = new Loader(blobs(), TRANSFORMS, 5, 3);
        byte[] samples = bytes(fresh.ofStep(7).samples());
        float label = fresh.labels().get(4);
        assertThat(samples).hasSize(5 * 6 * 8);

        Loader used = new Loader(blobs(), TRANSFORMS, 5, 3);
        ByteBuffer buffer = used.ofStep(1).samples();
        used.ofStep(1000);
        assertThat(bytes(used.ofStep(7).samples())).isEqualTo(samples);
        assertThat(used.labels().get(4)).isEqualTo(label);
        assertThat(used.samples()).isSameAs(buffer);
        assertThat(buffer.isDirect()).isTrue();
        assertThat(bytes(used.ofStep(8).samples())).isNotEqualTo(samples);
        assertThat(bytes(new Loader(blobs(), TRANSFORMS, 5, 4).ofStep(7).samples()))
                .isNotEqualTo(samples);
    }

    @Test
    @DisplayName("gives each example its label, with the samples row by row, channels last")
    void pairsSamplesWithLabels() throws IOException {
        Dataset blobs = Dataset.read("synthetic:gaussians,side=16,count=40", DatasetPart.TRAINING, 3, new Size(1, 1));
        Loader loader = new Loader(blobs, Transforms.NONE, 2, 1).ofStep(1);
        assertThat(loader.size()).isEqualTo(new Size(16, 16));
        assertThat(loader.channels()).isEqualTo(3);
        byte[] batch = bytes(loader.samples());
        for (int place = 0; place < 2; place++) {
            float label = loader.labels().get(place);
            int which = -1;
            for (int i = 0; i < 40; i++) {
                which = blobs.label(i).value() == label ? i : which;
            }
            assertThat(which).as("label %s", label).isNotNegative();
            byte[] samples = Arrays.copyOfRange(batch, place * 768, (place + 1) * 768);
            assertThat(samples).isEqualTo(blobs.example(which).samples());
        }
    }

    @Test
    @DisplayName("marks examples without a label")
    void marksMissingLabels() {
        assertThat(new Loader(pictures(new Size(2, 2)), Transforms.NONE, 1, 1)
                        .ofStep(1)
                        .labels()
                        .get(0))
                .isNaN();
    }

    @Test
    @DisplayName("draws from the whole set, an example of four times the area twice as often")
    void drawsByTheSquareRootOfTheArea() {
        Transforms crop = new Transforms(List.of(new RandomCrop(new Size(1, 1))));
        int[] seen = new int[3];
        Loader loader = new Loader(pictures(new Size(4, 4), new Size(8, 8), new Size(4, 4)), crop, 100, 1);
        for (int step = 1; step <= 40; step++) {
            for (byte level : bytes(loader.ofStep(step).samples())) {
                seen[level]++;
            }
        }
        assertThat(seen[0]).isBetween(860, 1140); // of 4000; five standard deviations are 137
        assertThat(seen[1]).isBetween(1840, 2160);
        assertThat(seen[2]).isBetween(860, 1140);
    }

    @Test
    @DisplayName("draws every example of a set of one size")
    void drawsAll() {
        Size[] sizes = new Size[9];
        Arrays.fill(sizes, new Size(1, 1));
        Loader loader = new Loader(pictures(sizes), Transforms.NONE, 200, 5);
        Set<Byte> seen = new HashSet<>();
        for (byte level : bytes(loader.ofStep(1).samples())) {
            seen.add(level);
        }
        assertThat(seen).hasSize(9);
    }

    @Test
    @DisplayName("refuses sizes that do not make a batch")
    void refusesSeveralSizes() {
        Dataset mixed = pictures(new Size(4, 4), new Size(8, 8));
        assertThatThrownBy(() -> new Loader(mixed, Transforms.NONE, 2, 1))
                .isInstanceOf(UnusableData.class)
                .hasMessage("pictures gives examples of 2 sizes, such as 4 x 4 and 8 x 8; a batch has one size: "
                        + "add a crop or resize to the transforms");
        assertThatThrownBy(() -> new Loader(mixed, TRANSFORMS, 2, 1))
                .isInstanceOf(UnusableData.class)
                .hasMessage("a crop of 8 x 6 does not fit into 4 x 4");
    }

    @Test
    @DisplayName("and a set through the same transforms agree on sizes; the set is fixed")
    void measuringIsFixed() throws IOException {
        Dataset fixed = blobs().through(TRANSFORMS);
        assertThat(fixed.sizes()).containsExactly(new Size(8, 6));
        assertThat(fixed.example(3).samples())
                .isEqualTo(
                        new MiddleCrop(new Size(8, 6)).apply(blobs().example(3)).samples());
        assertThat(fixed.label(3)).isEqualTo(blobs().label(3));
    }
}
