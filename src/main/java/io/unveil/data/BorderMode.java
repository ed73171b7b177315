package io.unveil.data;

import io.unveil.recipe.Fields;

/** What stands beyond the border of a picture. */
enum BorderMode {
    /** The picture mirrored, its outermost row not repeated: c b | a b c | b a. */
    REFLECT {
        @Override
        int inside(int i, int count) {
            if (count == 1) {
                return 0;
            }
            int period = 2 * (count - 1);
            int at = Math.floorMod(i, period);
            return Math.min(at, period - at);
        }
    },
    /** The outermost row, repeated: a a | a b c | c c. */
    EDGE {
        @Override
        int inside(int i, int count) {
            return Math.max(0, Math.min(count - 1, i));
        }
    },
    /** Nothing: level 0. */
    BLACK {
        @Override
        int inside(int i, int count) {
            return i >= 0 && i < count ? i : OUTSIDE;
        }
    };

    private static final int OUTSIDE = -1;

    /** The index within 0 to count - 1 whose value stands at index i, or -1 for none. */
    abstract int inside(int i, int count);

    /** Key {@code fill}; reflect where it is missing. */
    static BorderMode read(Fields fields) {
        return fields.oneOf("fill", REFLECT);
    }

    /** The level at a place that may lie outside. */
    int level(Example picture, int x, int y, int channel) {
        int column = inside(x, picture.size().width());
        int row = inside(y, picture.size().height());
        return column == OUTSIDE || row == OUTSIDE ? 0 : picture.level(column, row, channel);
    }
}
