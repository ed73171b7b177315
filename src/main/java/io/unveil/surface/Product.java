package io.unveil.surface;

import io.unveil.degradation.Draws;
import io.unveil.text.Words;

/** The drawn products. Pictures of one product differ as photographs of one real product do. */
public enum Product {
    /** Brushed metal. */
    BRUSHED {
        @Override
        Pattern draw(Draws draws) {
            return Brushed.draw(draws);
        }
    },
    /** Cloth in plain weave. */
    WOVEN {
        @Override
        Pattern draw(Draws draws) {
            return Woven.draw(draws);
        }
    },
    /** Planed wood. */
    WOOD {
        @Override
        Pattern draw(Draws draws) {
            return Wood.draw(draws);
        }
    },
    /** Terrazzo. */
    STONE {
        @Override
        Pattern draw(Draws draws) {
            return Stone.draw(draws);
        }
    },
    /** A printed pattern of flowers. */
    PRINTED {
        @Override
        Pattern draw(Draws draws) {
            return Printed.draw(draws);
        }
    };

    /** Another stretch each time. */
    abstract Pattern draw(Draws draws);

    /** As users write it. */
    public String word() {
        return Words.of(this);
    }
}
