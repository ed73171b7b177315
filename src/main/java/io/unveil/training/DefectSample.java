package io.unveil.training;

import io.unveil.anomaly.Auroc;
import io.unveil.degradation.defect.Defective;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.model.Defects;
import java.util.Locale;

/** A held-out picture with a defect, for a network whose last plane marks it. */
record DefectSample(String name, Pixels clean, Defective hurt, Defects convention) implements Sample {
    @Override
    public String condition() {
        return "defects";
    }

    @Override
    public Pixels corrupted() {
        return hurt.picture();
    }

    /** How far each pixel is from the mean level. */
    @Override
    public Pixels before() {
        return likePicture((x, y) -> Math.abs(last(hurt.picture(), x, y) - 0.5f));
    }

    @Override
    public Pixels planes() {
        return convention.planes(hurt.picture());
    }

    /** The probability of a defect, in as many channels as the picture. */
    @Override
    public Pixels prediction(Pixels output) {
        Pixels odds = convention.odds(output).orElseThrow();
        return likePicture((x, y) -> (float) (1 / (1 + Math.exp(-last(odds, x, y)))));
    }

    @Override
    public String caption(Pixels answer) {
        return String.format(Locale.ROOT, "pixel AUROC %.3f", score(answer));
    }

    @Override
    public double score(Pixels answer) {
        Mask mask = hurt.mask();
        int defects = (int) mask.count();
        double[] anomalous = new double[defects];
        double[] normal = new double[clean.width() * clean.height() - defects];
        int a = 0;
        int n = 0;
        for (int y = 0; y < clean.height(); y++) {
            for (int x = 0; x < clean.width(); x++) {
                if (mask.at(x, y)) {
                    anomalous[a++] = last(answer, x, y);
                } else {
                    normal[n++] = last(answer, x, y);
                }
            }
        }
        return Auroc.of(normal, anomalous);
    }

    private interface Value {
        float at(int x, int y);
    }

    private Pixels likePicture(Value value) {
        float[] values = new float[clean.values().length];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / clean.channels();
            values[i] = value.at(pixel % clean.width(), pixel / clean.width());
        }
        return new Pixels(clean.width(), clean.height(), clean.channels(), values);
    }

    private static float last(Pixels pixels, int x, int y) {
        return pixels.values()[(y * pixels.width() + x + 1) * pixels.channels() - 1];
    }
}
