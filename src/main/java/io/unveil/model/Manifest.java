package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.file.Digests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands beside the weights: {@code manifest.json}.
 *
 * @param version of the model, a date
 * @param inputs planes that go into the network
 * @param outputs planes that come out
 * @param sides the sizes of what goes in
 * @param stride sides of what goes in are multiples of this; 1 where there is one size alone
 * @param architecture digest of the layers, {@link Architecture#digest}
 * @param weights SHA-256 of {@code weights.safetensors}
 * @param recipe SHA-256 of {@code recipe.yaml}
 * @param parameters how many numbers were learnt
 * @param multiplyAddsPerPixel arithmetic of one pass
 * @param receptiveField side of the widest window an output pixel looks at
 * @param tileOverlap how far tiles must reach over each other on each side
 * @param inspection how it tells anomalies; empty for other tasks
 * @param figures measured quality, each with the command that gave it
 * @param createdBy product and version that wrote the folder
 */
public record Manifest(
        String name,
        String version,
        Task task,
        int inputs,
        int outputs,
        Sides sides,
        int stride,
        String architecture,
        String weights,
        String recipe,
        int parameters,
        double multiplyAddsPerPixel,
        int receptiveField,
        int tileOverlap,
        Optional<Inspection> inspection,
        List<Figure> figures,
        Provenance provenance,
        String createdBy) {
    public Manifest {
        figures = List.copyOf(figures);
    }

    /** Planes that a denoiser reads beside those of the picture: what it is told of the noise. 0 for other tasks. */
    public int told() {
        return task == Task.DENOISE ? inputs - outputs : 0;
    }

    /** Whether it is a denoiser that is told nothing. */
    public boolean blind() {
        return task == Task.DENOISE && told() == 0;
    }

    /**
     * How a model tells how anomalous pictures are.
     *
     * @param answer what the network's planes are, such as {@code defect}
     * @param scorings the ways in which a picture can be scored, the usual one first
     * @param memory the normal pictures that it keeps; empty where it needs none
     */
    public record Inspection(String answer, List<Scoring> scorings, Optional<Memory> memory) {
        public Inspection {
            scorings = List.copyOf(scorings);
        }

        /** Of a model that keeps no pictures. */
        public Inspection(String answer, List<Scoring> scorings) {
            this(answer, scorings, Optional.empty());
        }

        /** A model that keeps no pictures, none of its scorings calibrated. */
        public static Inspection uncalibrated(String answer, List<String> scorings) {
            return new Inspection(
                    answer,
                    scorings.stream()
                            .map(name -> new Scoring(name, Optional.empty()))
                            .toList());
        }

        /** With pictures to compare with. */
        public Inspection with(Memory pictures) {
            return new Inspection(answer, scorings, Optional.of(pictures));
        }

        /** With another calibration of one scoring. */
        public Inspection with(String scoring, Calibration calibration) {
            return new Inspection(
                    answer,
                    scorings.stream()
                            .map(one ->
                                    one.name().equals(scoring) ? new Scoring(scoring, Optional.of(calibration)) : one)
                            .toList(),
                    memory);
        }
    }

    /**
     * Normal pictures that a model keeps to compare others with, {@link NormalPictures}.
     *
     * @param pictures how many
     * @param digest SHA-256 of {@code normal.safetensors}
     */
    public record Memory(int pictures, String digest) {}

    /**
     * A way to tell how anomalous a picture is.
     *
     * @param name such as {@code segmentation}
     * @param calibration what normal pictures come to; empty until they were measured
     */
    public record Scoring(String name, Optional<Calibration> calibration) {}

    /**
     * What normal pictures that the network has not learnt from come to.
     *
     * @param data the set's name
     * @param pictures how many
     * @param scores of each picture, in rising order; at most some hundreds, evenly picked where there were more
     * @param peaks the highest place of each picture's map, in rising order
     * @param date when, such as 2026-11-23
     * @param command what was typed
     */
    public record Calibration(
            String data, int pictures, List<Double> scores, List<Double> peaks, String date, String command) {
        /** Fewer numbers tell nothing of how normal pictures differ. */
        private static final int FEWEST = 4;

        public Calibration {
            scores = List.copyOf(scores);
            peaks = List.copyOf(peaks);
            requireNumbers("scores", scores);
            requireNumbers("peaks", peaks);
        }

        private static void requireNumbers(String what, List<Double> numbers) {
            if (numbers.size() < FEWEST || !numbers.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "a calibration has at least %d %s, all finite; these are %s".formatted(FEWEST, what, numbers));
            }
        }
    }

    /** The same model with scorings calibrated otherwise. */
    public Manifest with(Inspection other) {
        return new Manifest(
                name,
                version,
                task,
                inputs,
                outputs,
                sides,
                stride,
                architecture,
                weights,
                recipe,
                parameters,
                multiplyAddsPerPixel,
                receptiveField,
                tileOverlap,
                Optional.of(other),
                figures,
                provenance,
                createdBy);
    }

    /** One measured figure, such as the PSNR on the validation pictures at one noise level. */
    public record Figure(String condition, String measure, double value, String command) {}

    /**
     * How the weights came to be.
     *
     * @param data the sets of pictures
     * @param steps of training, over all resumed runs
     * @param seconds spent training, over all resumed runs
     * @param commit {@link Build#commit} of the program that wrote this; empty in manifests of version 0.1
     * @param from the model that the training started from; empty where all weights were drawn
     */
    public record Provenance(
            List<DataSet> data,
            long steps,
            long seconds,
            long seed,
            String device,
            String precision,
            int threads,
            String engine,
            String java,
            String system,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> commit,
            Optional<Origin> from) {
        public Provenance {
            data = List.copyOf(data);
        }

        /** All that the weights have learnt from, here and before; each set once. */
        public List<DataSet> allData() {
            return Stream.concat(data.stream(), from.stream().flatMap(origin -> origin.provenance().allData().stream()))
                    .distinct()
                    .toList();
        }
    }

    /**
     * A model that another's training started from (pretraining).
     *
     * @param weights SHA-256 of its {@code weights.safetensors}
     */
    public record Origin(String model, String weights, Provenance provenance) {}

    /**
     * A set of pictures: its folder's name, how many, and the SHA-256 over the digests of its files in order of name.
     */
    public record DataSet(String name, int pictures, String digest, String licence) {
        /**
         * What was made of the set: so many of its pictures or of copies of them; {@code what} says which, and with the
         * set's digest gives the new one.
         */
        public DataSet derived(String what, int pictures) {
            return new DataSet(
                    "%s (%s)".formatted(name, what),
                    pictures,
                    Digests.sha256("%s: %s".formatted(digest, what).getBytes(StandardCharsets.UTF_8)),
                    licence);
        }
    }
}
