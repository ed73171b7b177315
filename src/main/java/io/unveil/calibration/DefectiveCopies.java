package io.unveil.calibration;

import io.unveil.data.Dataset;
import io.unveil.data.Textures;
import io.unveil.degradation.Draws;
import io.unveil.degradation.defect.DefectMixture;
import io.unveil.degradation.defect.Defective;
import io.unveil.degradation.defect.SyntheticDefects;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.Standardising;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of normal pictures with the usual synthetic defects, one copy of each: they show how many defects a threshold
 * would find. The same pictures always get the same defects.
 *
 * @param pictures of one area and contrast, as the network reads them
 * @param names of the pictures that were copied
 */
record DefectiveCopies(List<Picture> pictures, List<String> names) {
    private static final int MOST = 100;
    private static final long SEED = 1;

    DefectiveCopies {
        pictures = List.copyOf(pictures);
        names = List.copyOf(names);
    }

    /**
     * Of at most a hundred of these pictures; one on which no visible defect was drawn is left out.
     *
     * @param side of the square to whose area the network resizes pictures
     */
    static DefectiveCopies of(Dataset normal, int side) {
        Dataset some = normal.evenly(MOST).standardised(side).kept();
        Size largest = new Size(
                some.sizes().stream().mapToInt(Size::width).max().orElseThrow(),
                some.sizes().stream().mapToInt(Size::height).max().orElseThrow());
        SyntheticDefects drawing =
                new SyntheticDefects(DefectMixture.usual().withClean(0), Standardising.SPREAD, largest, SEED);
        Textures textures = new Textures(some);
        List<Picture> pictures = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < some.count(); i++) {
            Pixels clean = some.example(i).pixels();
            Defective hurt = drawing.draw(clean, textures.of(i), textures.any(), Draws.of(SEED, i));
            if (!hurt.mask().isEmpty()) {
                pictures.add(Picture.of(hurt.picture(), BitDepth.EIGHT, Format.PNG));
                names.add(some.example(i).name());
            }
        }
        return new DefectiveCopies(pictures, names);
    }
}
