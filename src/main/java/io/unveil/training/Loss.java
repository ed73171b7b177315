package io.unveil.training;

import io.unveil.autoencoder.layer.Shape;
import io.unveil.model.Answer;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a training minimises: a function of the network's output o and the wanted output t. Errors are first averaged
 * over each example, where the {@link Lesson} says that they count: d, one number an example. The loss is the mean of d
 * over the examples unless said otherwise. When to use which: docs/course-systems.md, section "Losses".
 */
public sealed interface Loss {
    /**
     * The lines of the compiled step that compute from {@code o} and {@code t} (N, C, H, W) the numbers {@code d} (N).
     */
    String perExample(Lesson lesson);

    /** The loss as an expression of d. */
    default String overExamples() {
        return "torch.mean(d)";
    }

    /** The reason why it cannot be used with this lesson and output shape, as a sentence; empty where it can. */
    default Optional<String> fault(Lesson lesson, Shape output) {
        return Optional.empty();
    }

    /** The lines of the compiled step that run the network on {@code i} and name {@code loss}. */
    default String script(Lesson lesson) {
        return "    o = (self).net(i, w, )\n%s    loss = %s\n".formatted(perExample(lesson), overExamples());
    }

    /** Mean squared error, d = mean (o - t)^2. */
    record SquaredError() implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return mean(lesson, "torch.square(torch.sub(o, t))");
        }

        @Override
        public String toString() {
            return "squared-error";
        }
    }

    /** Mean absolute error, L1, d = mean |o - t|. */
    record AbsoluteError() implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return mean(lesson, "torch.abs(torch.sub(o, t))");
        }

        @Override
        public String toString() {
            return "absolute-error";
        }
    }

    /**
     * The Charbonnier loss (Charbonnier et al. 1994), d = mean sqrt((o - t)^2 + epsilon^2): absolute error with its
     * kink rounded off.
     *
     * @param epsilon errors well below it count as their squares do
     */
    record Charbonnier(double epsilon) implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return mean(
                    lesson, "torch.sqrt(torch.add(torch.square(torch.sub(o, t)), %s))".formatted(epsilon * epsilon));
        }
    }

    /**
     * Loss = mean of d / (sigma + 5/255), d = mean (o - t)^2: squared error, balanced between weak and strong noise.
     */
    record SquaredErrorOverSigma() implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return new SquaredError().perExample(lesson);
        }

        @Override
        public String overExamples() {
            return "torch.mean(torch.div(d, torch.add(torch.reshape(s, [-1]), 0.0196078431372549)))";
        }

        @Override
        public Optional<String> fault(Lesson lesson, Shape output) {
            return lesson instanceof NoiseLesson ? Optional.empty() : Optional.of("needs noise that has a sigma");
        }

        @Override
        public String toString() {
            return "squared-error-over-sigma";
        }
    }

    /**
     * Loss = mean of .05 log(d + epsilon), d = mean (o - t)^2: squared error, balanced between easy and hard examples
     * as in PSNR. The factor only keeps losses of different kinds on one scale.
     *
     * @param epsilon examples with a squared error well below it hardly count
     */
    record LogSquaredError(double epsilon) implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return new SquaredError().perExample(lesson);
        }

        @Override
        public String overExamples() {
            return "torch.mul(torch.mean(torch.log(torch.add(d, %s))), 0.05)".formatted(epsilon);
        }
    }

    /**
     * Squared error and a penalty on activity, d = mean (o - t)^2 + weight |sum of o|: the mean absolute sum of the
     * outputs pulls them towards black.
     *
     * @param weight of the penalty; a sum is as large as there are outputs
     */
    record SquaredErrorAndActivity(double weight) implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return "    d = torch.add(%s, torch.mul(torch.abs(torch.sum(o, [1, 2, 3])), %s))\n"
                    .formatted(lesson.mean("torch.square(torch.sub(o, t))"), weight);
        }
    }

    /**
     * Negative correlation (Pearson's), d = -cov(o, t) / sqrt(var(o) var(t) + 1e-8), each over the example: -1 where o
     * is t up to brightness and contrast, which it leaves free.
     */
    record NegativeCorrelation() implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return """
                        oc = torch.sub(o, torch.reshape(%s, [-1, 1, 1, 1]))
                        tc = torch.sub(t, torch.reshape(%s, [-1, 1, 1, 1]))
                        vv = torch.mul(%s, %s)
                        d = torch.neg(torch.div(%s, torch.sqrt(torch.add(vv, 1e-08))))
                    """.formatted(
                            lesson.mean("o"),
                            lesson.mean("t"),
                            lesson.mean("torch.square(oc)"),
                            lesson.mean("torch.square(tc)"),
                            lesson.mean("torch.mul(oc, tc)"));
        }

        @Override
        public Optional<String> fault(Lesson lesson, Shape output) {
            return ofPictures(lesson);
        }

        @Override
        public String toString() {
            return "negative-correlation";
        }
    }

    /**
     * Structural dissimilarity, d = 1 - SSIM (Wang et al. 2004), as in the evaluation: a Gaussian window of 11 x 11 and
     * sigma 1.5, K1 .01, K2 .03, over the places where it fits, mean over channels.
     */
    record Ssim() implements Loss {
        private static final int SIDE = 11;
        private static final double SIGMA = 1.5;

        @Override
        public String perExample(Lesson lesson) {
            return """
                        g = torch.to(torch.tensor(%1$s), o)
                        a = torch.reshape(o, [-1, 1, %2$s])
                        b = torch.reshape(t, [-1, 1, %2$s])
                        all = torch.cat([a, b, torch.square(a), torch.square(b), torch.mul(a, b)], 1)
                        rows = torch.reshape(all, [-1, 1, %2$s])
                        up = torch.conv2d(rows, torch.reshape(g, [1, 1, %3$d, 1]), None, [1, 1], [0, 0], [1, 1], 1)
                        seen = torch.conv2d(up, torch.reshape(g, [1, 1, 1, %3$d]), None, [1, 1], [0, 0], [1, 1], 1)
                        m = torch.reshape(seen, [torch.size(a, 0), 5, -1])
                        ma = torch.select(m, 1, 0)
                        mb = torch.select(m, 1, 1)
                        ab = torch.mul(ma, mb)
                        va = torch.sub(torch.select(m, 1, 2), torch.square(ma))
                        vb = torch.sub(torch.select(m, 1, 3), torch.square(mb))
                        vab = torch.sub(torch.select(m, 1, 4), ab)
                        above = torch.mul(torch.add(torch.mul(ab, 2.), 0.0001), torch.add(torch.mul(vab, 2.), 0.0009))
                        means = torch.add(torch.add(torch.square(ma), torch.square(mb)), 0.0001)
                        below = torch.mul(means, torch.add(torch.add(va, vb), 0.0009))
                        d = torch.rsub(torch.mean(torch.reshape(torch.div(above, below), [torch.size(o, 0), -1]), [1]), 1.)
                    """.formatted(window(), "torch.size(o, 2), torch.size(o, 3)", SIDE);
        }

        private static List<Double> window() {
            List<Double> window = new ArrayList<>();
            double sum = 0;
            for (int i = 0; i < SIDE; i++) {
                double off = i - SIDE / 2;
                window.add(Math.exp(-off * off / (2 * SIGMA * SIGMA)));
                sum += window.get(i);
            }
            double all = sum;
            window.replaceAll(value -> value / all);
            return window;
        }

        @Override
        public Optional<String> fault(Lesson lesson, Shape output) {
            return Math.min(output.height(), output.width()) < SIDE
                    ? Optional.of("looks through a window of 11 x 11, but the network gives " + output)
                    : ofPictures(lesson);
        }

        @Override
        public String toString() {
            return "ssim";
        }
    }

    /**
     * The focal loss (Lin et al. 2017) of a network that marks defects, d = mean of (1 - q)^gamma (-log q), where q is
     * the probability that the network gives to the truth, sigmoid(o) in a defect and 1 - sigmoid(o) beside it: places
     * that are already classified well, which are most, hardly count.
     */
    record Focal(double gamma) implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return "    ce = torch.binary_cross_entropy_with_logits(o, t, None, None, 0)\n" + mean(lesson, weighted());
        }

        private String weighted() {
            return "torch.mul(torch.pow(torch.rsub(torch.exp(torch.neg(ce)), 1.), %s), ce)".formatted(gamma);
        }

        @Override
        public Optional<String> fault(Lesson lesson, Shape output) {
            return lesson instanceof DefectLesson defects && defects.answer() == Answer.DEFECT
                    ? Optional.empty()
                    : Optional.of("is for a network that marks defects: task anomaly, answer defect");
        }
    }

    /**
     * For a network that marks a defect and repairs it: d = the focal loss of the last plane + weight times the mean
     * absolute error of the others.
     *
     * @param weight of the repair, whose error is in standard deviations of the picture
     */
    record FocalAndRepair(double gamma, double weight) implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            String focal = """
                        om = torch.slice(o, 1, -1)
                        op = torch.slice(o, 1, 0, -1)
                        tr = torch.slice(t, 1, 0, -1)
                        ce = torch.binary_cross_entropy_with_logits(om, torch.slice(t, 1, -1), None, None, 0)
                        df = %s
                        dr = torch.mul(%s, %s)
                    """.formatted(
                    lesson.mean(new Focal(gamma).weighted()), lesson.mean("torch.abs(torch.sub(op, tr))"), weight);
            return focal + "    d = torch.add(df, dr)\n";
        }

        @Override
        public Optional<String> fault(Lesson lesson, Shape output) {
            return lesson instanceof DefectLesson defects
                            && defects.answer().marks()
                            && defects.answer().repairs()
                    ? Optional.empty()
                    : Optional.of(
                            "is for a network that marks a defect and repairs it: task anomaly, answer picture-and-defect or correction-and-defect");
        }
    }

    /**
     * Cross-entropy of a choice, d = minus the sum over k of t_k log q_k, where q is the softmax over all outputs of an
     * example and t is the truth: 1 at one place, 0 elsewhere. exp(-d) is the probability that the network gives to the
     * truth.
     */
    record CrossEntropy() implements Loss {
        @Override
        public String perExample(Lesson lesson) {
            return """
                        lq = torch.log_softmax(torch.flatten(o, 1), 1)
                        d = torch.neg(torch.sum(torch.mul(lq, torch.flatten(t, 1)), [1]))
                    """;
        }

        @Override
        public Optional<String> fault(Lesson lesson, Shape output) {
            return lesson instanceof TurnLesson
                    ? Optional.empty()
                    : Optional.of("is for a network that chooses one of several: task anomaly, with turns");
        }

        @Override
        public String toString() {
            return "cross-entropy";
        }
    }

    /** Reads {@code loss: word} or, where it has a parameter, {@code loss: {word: {parameter: value}}}. */
    static Loss read(Fields training) {
        Map<String, Function<Fields, Loss>> kinds = new TreeMap<>();
        kinds.put("squared-error", fields -> new SquaredError());
        kinds.put("absolute-error", fields -> new AbsoluteError());
        kinds.put("charbonnier", fields -> new Charbonnier(fields.number("epsilon", 1e-6, 1, 0.001)));
        kinds.put("squared-error-over-sigma", fields -> new SquaredErrorOverSigma());
        kinds.put("log-squared-error", fields -> new LogSquaredError(fields.number("epsilon", 1e-9, 1, 0.001)));
        kinds.put(
                "squared-error-and-activity", fields -> new SquaredErrorAndActivity(fields.number("weight", 0, 1000)));
        kinds.put("negative-correlation", fields -> new NegativeCorrelation());
        kinds.put("ssim", fields -> new Ssim());
        kinds.put("focal", fields -> new Focal(fields.number("gamma", 0, 10, 2)));
        kinds.put(
                "focal-and-repair",
                fields -> new FocalAndRepair(fields.number("gamma", 0, 10, 2), fields.number("weight", 0, 1000, 0.4)));
        kinds.put("cross-entropy", fields -> new CrossEntropy());
        Fields entry = training.entry("loss");
        String kind = entry.onlyKey(List.copyOf(kinds.keySet()));
        if (kind.isEmpty()) {
            return new SquaredError(); // a placeholder: the fault is noted
        }
        Fields fields = entry.fields(kind);
        Loss loss = kinds.getOrDefault(kind, none -> new SquaredError()).apply(fields);
        fields.noOthers();
        return loss;
    }

    private static String mean(Lesson lesson, String error) {
        return "    d = %s\n".formatted(lesson.mean(error));
    }

    private static Optional<String> ofPictures(Lesson lesson) {
        return lesson instanceof ReconstructionLesson
                        || (lesson instanceof DefectLesson defects
                                && !defects.answer().marks())
                ? Optional.empty()
                : Optional.of("compares pictures: it is only for the task autoencode");
    }
}
