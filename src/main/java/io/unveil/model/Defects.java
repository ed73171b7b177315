package io.unveil.model;

import io.unveil.image.Pixels;
import io.unveil.image.Standardising;
import java.util.Locale;
import java.util.Optional;

/**
 * Looking for defects (CutPaste, Li et al. 2021; DRAEM, Zavrtanik et al. 2021): the network reads the standardised
 * picture in units of its standard deviation and answers the place of a defect, the picture without it, or both.
 *
 * @param answer one of {@link Answer#ofDefects}
 */
public record Defects(InputForm form, Answer answer) implements StandardisedReading {
    /** The number of output planes. */
    public int outputs() {
        return (answer.marks() ? 1 : 0) + (answer.repairs() ? form.channels() : 0);
    }

    @Override
    public Pixels planes(Pixels standardised) {
        return Standardising.inSpreads(standardised);
    }

    /** The logarithm of the odds of a defect, in one channel; empty where the network does not mark defects. */
    public Optional<Pixels> odds(Pixels output) {
        return answer.marks() ? Optional.of(channels(output, output.channels() - 1, 1)) : Optional.empty();
    }

    /**
     * The standardised picture without its defect, in [0, 1]; empty where the network does not repair.
     *
     * @param planes the network's input
     */
    public Optional<Pixels> repaired(Pixels planes, Pixels output) {
        return switch (answer) {
            case PICTURE, PICTURE_AND_DEFECT ->
                Optional.of(Standardising.ofSpreads(channels(output, 0, form.channels())));
            case CORRECTION_AND_DEFECT ->
                Optional.of(Standardising.ofSpreads(sum(planes, channels(output, 0, form.channels()))));
            case DEFECT, HIDDEN_CELLS, TURN -> Optional.empty();
        };
    }

    /** {@code count} channels from {@code first} on. */
    private static Pixels channels(Pixels all, int first, int count) {
        float[] values = new float[all.width() * all.height() * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.values()[i / count * all.channels() + first + i % count];
        }
        return new Pixels(all.width(), all.height(), count, values);
    }

    private static Pixels sum(Pixels one, Pixels other) {
        float[] values = one.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values()[i];
        }
        return new Pixels(one.width(), one.height(), one.channels(), values);
    }

    @Override
    public Signature signature() {
        return Signature.ofPicture(form, READS, answer.name().toLowerCase(Locale.ROOT), meaning());
    }

    private String meaning() {
        String odds = "the logarithm of the odds of a defect at each place";
        return switch (answer) {
            case DEFECT -> odds;
            case PICTURE -> "the picture without its defect, in the same planes and units";
            case PICTURE_AND_DEFECT -> "the picture without its defect, in the same planes and units; last, " + odds;
            case CORRECTION_AND_DEFECT -> "what is added to the planes to remove the defect; last, " + odds;
            case HIDDEN_CELLS, TURN -> throw new IllegalStateException("%s is not for defects".formatted(answer));
        };
    }
}
