package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.surface.Defect;
import io.unveil.surface.Product;
import io.unveil.surface.Specimen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Pictures of surfaces, of one product or of all in turn; see {@link Specimen}. No label.
 *
 * @param products picture i is of number i mod their count
 */
record Surfaces(List<Product> products, int side) implements Drawing {
    private static final String ALL = "all";
    private static final Product USUAL = Product.WOVEN;

    /** Training and test pictures have separate random numbers: they are never the same, whatever the seeds. */
    private enum Use {
        TRAINING,
        TEST_GOOD,
        TEST_DAMAGED
    }

    static Surfaces read(DrawnOptions options) {
        List<Product> every = Arrays.asList(Product.values());
        String kind = options.word(
                "kind",
                USUAL.word(),
                Stream.concat(every.stream().map(Product::word), Stream.of(ALL)).toList());
        return new Surfaces(
                every.stream()
                        .filter(product -> kind.equals(ALL) || kind.equals(product.word()))
                        .toList(),
                options.whole("size", 128, 2048, 256));
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Size size() {
        return new Size(side, side);
    }

    @Override
    public Example draw(long seed, int index) {
        byte[] levels = whole(seed, index, Use.TRAINING).levels();
        return new Example("surface number " + index, size(), 1, levels, Label.NONE);
    }

    /**
     * Half of the pictures are whole (the greater half of an odd count) and half are damaged, by each defect in turn.
     */
    InspectionSet inspected(String name, int count, long seed) {
        List<InspectionSet.Item> items = new ArrayList<>();
        for (int i = 0; i < (count + 1) / 2; i++) {
            int index = i;
            items.add(item(InspectionSet.GOOD, i, () -> whole(seed, index, Use.TEST_GOOD)));
        }
        Defect[] defects = Defect.values();
        for (int kind = 0; kind < defects.length; kind++) {
            for (int i = kind; i < count / 2; i += defects.length) {
                int index = i;
                Defect defect = defects[kind];
                items.add(item(defect.word(), i / defects.length, () -> damaged(seed, index, defect)));
            }
        }
        return InspectionSet.sorted(name, items);
    }

    private static InspectionSet.Item item(String kind, int number, Supplier<Specimen> drawn) {
        return new InspectionSet.Item(
                "%s/%04d.png".formatted(kind, number),
                kind,
                () -> picture(drawn.get()),
                kind.equals(InspectionSet.GOOD) ? Optional.empty() : drawn.get().defect());
    }

    private static Picture picture(Specimen drawn) {
        Example example = new Example("surface", drawn.size(), 1, drawn.levels(), Label.NONE);
        return Picture.of(example.pixels(), BitDepth.EIGHT, Format.PNG);
    }

    private Specimen whole(long seed, int index, Use use) {
        return Specimen.whole(product(index), side, draws(seed, index, use));
    }

    private Specimen damaged(long seed, int index, Defect defect) {
        return Specimen.damaged(product(index), side, defect, draws(seed, index, Use.TEST_DAMAGED));
    }

    private Draws draws(long seed, int index, Use use) {
        return Draws.of(seed, index, use.ordinal(), product(index).ordinal());
    }

    private Product product(int index) {
        return products.get(index % products.size());
    }
}
