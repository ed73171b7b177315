package io.unveil.pipeline.fill;

import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Polygon;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.InvalidParameter;
import java.util.List;

/** The source of the hole. */
public sealed interface MaskSource {
    /** The hole in a picture; throws {@link RefusedRequest} or {@link InvalidParameter} where this picture has none. */
    Mask of(Picture picture);

    /** The kind of source, in one word. */
    String word();

    /** A separate mask. */
    record Drawn(Mask mask) implements MaskSource {
        /**
         * By another picture, which shows the hole in white: a luma above 127 of 255. Throws {@link RefusedRequest} for
         * one of zeros and ones.
         */
        public static Drawn by(Picture mask) {
            if (isOfOnes(mask)) {
                throw unprocessable(
                        "the mask has the levels 0 and 1 only, and 1 of %d is nearly black; multiply it by %d, so that what is to be filled is white"
                                .formatted(mask.depth().white(), mask.depth().white()));
            }
            return new Drawn(Mask.ofBright(mask));
        }

        /** As programs that compute write masks. */
        private static boolean isOfOnes(Picture mask) {
            int most = 0;
            for (short level : mask.samples()) {
                most = Math.max(most, Short.toUnsignedInt(level));
            }
            return most == 1;
        }

        @Override
        public String word() {
            return "picture";
        }

        @Override
        public Mask of(Picture picture) {
            if (!mask.size().equals(picture.size())) {
                throw unprocessable("the mask is %s, the picture %s; both must be of one size"
                        .formatted(mask.size(), picture.size()));
            }
            return mask;
        }
    }

    /** The picture's own transparency: an alpha of at most 127 of 255. Filled pixels become opaque. */
    record Alpha() implements MaskSource {
        @Override
        public String word() {
            return "alpha";
        }

        @Override
        public Mask of(Picture picture) {
            if (!picture.hasAlpha()) {
                throw unprocessable("the picture has no alpha channel that could be the mask");
            }
            return Mask.ofTransparent(picture);
        }
    }

    /** Rectangles and polygons; see {@link Regions#parse}. */
    record Drawing(List<Polygon> regions) implements MaskSource {
        public Drawing {
            regions = List.copyOf(regions);
        }

        @Override
        public String word() {
            return "region";
        }

        @Override
        public Mask of(Picture picture) {
            try {
                return Mask.of(picture.size(), regions);
            } catch (IllegalArgumentException e) {
                throw new RefusedRequest(RefusedRequest.Reason.UNPROCESSABLE_IMAGE, String.valueOf(e.getMessage()));
            }
        }
    }

    private static RefusedRequest unprocessable(String message) {
        return new RefusedRequest(RefusedRequest.Reason.UNPROCESSABLE_IMAGE, message);
    }
}
