package io.unveil.surface;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.Optional;

/**
 * A picture of a surface.
 *
 * @param levels in gray, 8 bits a pixel, row by row; the receiver's own
 * @param defect where it is damaged; empty for a surface without a defect
 */
public record Specimen(Size size, byte[] levels, Optional<Mask> defect) {
    /** A square picture of a surface without a flaw. */
    public static Specimen whole(Product product, int side, Draws draws) {
        return draw(product, side, Optional.empty(), draws);
    }

    /** The picture that {@link #whole} makes of the same random numbers, with a defect added. */
    public static Specimen damaged(Product product, int side, Defect defect, Draws draws) {
        return draw(product, side, Optional.of(defect), draws);
    }

    /** Surface, camera and defect have separate random numbers. */
    private static Specimen draw(Product product, int side, Optional<Defect> defect, Draws draws) {
        Draws ofSurface = own(draws);
        Draws ofCamera = own(draws);
        Draws ofDefect = own(draws);
        Plate plate = new Plate(side, product.draw(ofSurface), Placement.draw(side, ofSurface));
        defect.ifPresent(each -> each.onto(plate, ofDefect));
        byte[] levels = BeltCamera.draw(ofCamera).photograph(plate.reflected(), side);
        return new Specimen(new Size(side, side), levels, defect.map(each -> plate.damaged()));
    }

    private static Draws own(Draws draws) {
        return new Draws((long) (draws.uniform() * 0x1.0p53));
    }
}
