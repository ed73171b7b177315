package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.file.Digests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The description of a model: {@code manifest.json}.
 *
 * @param version of the model, a date
 * @param inputs planes that go into the network
 * @param outputs planes that come out
 * @param sides allowed sizes of the input
 * @param stride the input's sides are multiples of this; 1 where there is only one size
 * @param architecture digest of the layers, {@link Architecture#digest}
 * @param weights SHA-256 of {@code weights.safetensors}
 * @param recipe SHA-256 of {@code recipe.yaml}
 * @param parameters how many numbers were learnt
 * @param multiplyAddsPerPixel arithmetic of one pass
 * @param receptiveField side of the widest window an output pixel looks at
 * @param tileOverlap pixels by which tiles must overlap on each side
 * @param inspection how it scores anomalies; empty for other tasks
 * @param figures measured quality, each with its command
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
    /** The measure of how well drawn defects are marked. */
    private static final String MARKING = "pixelAuroc";

    private static final double NEAR_CHANCE = 0.6;

    public Manifest {
        figures = List.copyOf(figures);
    }

    /** Planes that a denoiser reads besides the picture's: what is known about the noise. 0 for other tasks. */
    public int noisePlanes() {
        return task == Task.DENOISE ? inputs - outputs : 0;
    }

    /** Whether it is a denoiser that is given nothing about the noise. */
    public boolean blind() {
        return task == Task.DENOISE && noisePlanes() == 0;
    }

    /**
     * How a model scores anomalies.
     *
     * @param answer what the network's planes are
     * @param scorings the ways in which a picture can be scored, the usual one first; each fits the answer
     * @param memory the normal pictures that it stores; empty where it needs none
     * @param appearance what its normal pictures look like on the whole; empty where that is not known
     */
    public record Inspection(
            Answer answer, List<Scoring> scorings, Optional<Memory> memory, Optional<NormalAppearance> appearance) {
        public Inspection {
            scorings = List.copyOf(scorings);
            requireFitting(answer, scorings);
        }

        /** The inspection of a model that stores no pictures. */
        public Inspection(Answer answer, List<Scoring> scorings) {
            this(answer, scorings, Optional.empty());
        }

        /** The inspection of a model that does not know what its normal pictures look like on the whole. */
        public Inspection(Answer answer, List<Scoring> scorings, Optional<Memory> memory) {
            this(answer, scorings, memory, Optional.empty());
        }

        /** A model that keeps no pictures, with all scorings of its answer, none of them calibrated. */
        public static Inspection uncalibrated(Answer answer) {
            return new Inspection(
                    answer,
                    answer.scorings().stream()
                            .map(method -> new Scoring(method, Optional.empty()))
                            .toList());
        }

        private static void requireFitting(Answer answer, List<Scoring> scorings) {
            List<ScoringMethod> methods = scorings.stream().map(Scoring::method).toList();
            if (methods.isEmpty() || !answer.scorings().containsAll(methods)) {
                throw new IllegalArgumentException("a network that answers %s is scored by one or more of %s, not by %s"
                        .formatted(answer.word(), answer.scorings(), methods));
            }
        }

        /** With stored normal pictures. */
        public Inspection with(Memory pictures) {
            return new Inspection(answer, scorings, Optional.of(pictures), appearance);
        }

        /** With another appearance of normal pictures. */
        public Inspection with(NormalAppearance normal) {
            return new Inspection(answer, scorings, memory, Optional.of(normal));
        }

        /** With another calibration of one scoring. */
        public Inspection with(ScoringMethod scoring, Calibration calibration) {
            return new Inspection(
                    answer,
                    scorings.stream()
                            .map(one -> one.method() == scoring ? new Scoring(scoring, Optional.of(calibration)) : one)
                            .toList(),
                    memory,
                    appearance);
        }
    }

    /**
     * What normal pictures look like on the whole, {@link io.unveil.anomaly.Familiarity}.
     *
     * @param pictures how many were looked at
     * @param mean of each number of their appearance
     * @param covariance of these numbers, lower triangle
     * @param limit distance up to which a picture is familiar
     */
    public record NormalAppearance(int pictures, List<Double> mean, List<Double> covariance, double limit) {
        public NormalAppearance {
            mean = List.copyOf(mean);
            covariance = List.copyOf(covariance);
        }
    }

    /**
     * Normal pictures that a model stores to compare others with, {@link NormalPictures}.
     *
     * @param pictures how many
     * @param digest SHA-256 of {@code normal.safetensors}
     */
    public record Memory(int pictures, String digest) {}

    /**
     * One way to score how anomalous a picture is.
     *
     * @param calibration the scores of normal pictures; empty until they were measured
     */
    public record Scoring(@JsonProperty("name") ScoringMethod method, Optional<Calibration> calibration) {}

    /**
     * The scores of normal pictures that the network has not learnt from.
     *
     * @param data the set's name
     * @param pictures how many
     * @param scores of each picture, in rising order; at most some hundreds, evenly picked where there were more
     * @param peaks the highest place of each picture's map, in rising order
     * @param defects scores of normal pictures onto which a defect was drawn, in rising order; none where the program
     *     draws none for such a model, and in manifests of version 0.1
     * @param date when, such as 2026-11-23
     * @param command the command line
     */
    public record Calibration(
            String data,
            int pictures,
            List<Double> scores,
            List<Double> peaks,
            List<Double> defects,
            String date,
            String command) {
        /** Fewer numbers do not show how normal pictures differ. */
        private static final int FEWEST = 4;

        public Calibration {
            scores = List.copyOf(scores);
            peaks = List.copyOf(peaks);
            defects = List.copyOf(defects);
            requireNumbers("scores", scores, FEWEST);
            requireNumbers("peaks", peaks, FEWEST);
            requireNumbers("defects", defects, 0);
        }

        /** Without drawn defects. */
        public Calibration(
                String data, int pictures, List<Double> scores, List<Double> peaks, String date, String command) {
            this(data, pictures, scores, peaks, List.of(), date, command);
        }

        private static void requireNumbers(String what, List<Double> numbers, int fewest) {
            if (numbers.size() < fewest || !numbers.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "a calibration has at least %d %s, all finite; these are %s".formatted(fewest, what, numbers));
            }
        }
    }

    /**
     * Whether it marks defects little better than chance, also those that were drawn for its validation: it has learnt
     * nearly nothing. False where that was not measured.
     */
    public boolean nearChance() {
        return figures.stream().anyMatch(figure -> figure.measure().equals(MARKING) && figure.value() < NEAR_CHANCE);
    }

    /** The same model with other calibrations. */
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

        /** All sets that the weights have learnt from, in this training and those before; each set once. */
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
         * A set derived from this one: some of its pictures, or copies of them. {@code what} says which; together with
         * this set's digest it gives the new digest.
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
