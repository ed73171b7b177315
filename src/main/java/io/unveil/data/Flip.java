package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.recipe.Fields;

/**
 * Mirrors a picture.
 *
 * @param chance that a picture is mirrored, 0 to 1
 */
record Flip(Mirror mirror, double chance) implements Transform.Random {
    /** Which way. */
    enum Mirror {
        /** Left becomes right. */
        HORIZONTAL,
        /** Up becomes down. */
        VERTICAL;

        /** Key {@code along}. */
        static Mirror read(Fields fields) {
            return fields.oneOf("along", "horizontal", "vertical").equals("horizontal") ? HORIZONTAL : VERTICAL;
        }
    }

    @Override
    public Example inTraining(Example in, Draws draws) {
        if (draws.uniform() >= chance) {
            return in;
        }
        int right = in.size().width() - 1;
        int bottom = in.size().height() - 1;
        return in.drawn(
                in.size(),
                in.channels(),
                switch (mirror) {
                    case HORIZONTAL -> (x, y, channel) -> in.level(right - x, y, channel);
                    case VERTICAL -> (x, y, channel) -> in.level(x, bottom - y, channel);
                });
    }
}
