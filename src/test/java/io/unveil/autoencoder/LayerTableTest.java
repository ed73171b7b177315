package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.autoencoder.layer.Convolution;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Relu;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Skip;
import io.unveil.autoencoder.layer.TransposedConvolution;
import io.unveil.recipe.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerTableTest {
    private static final Architecture NET = new Architecture(
            2,
            List.of(
                    new Convolution(4, 3, 1, 1, 1),
                    new Skip(List.of(
                            new Convolution(6, 2, 2, 0, 1), new Relu(), new TransposedConvolution(4, 2, 2, 0, 1))),
                    new Convolution(1, 3, 1, 1, 1)));

    @Test
    void rows_stand_in_the_order_of_the_recipe_with_figures_worked_out_by_hand() {
        assertThat(LayerTable.of(NET, 8, 10))
                .containsExactly(
                        new LayerTable.Row(
                                "layers.0",
                                0,
                                NET.layers().get(0),
                                new Shape(4, 8, 10),
                                76,
                                80 * 72L,
                                Extent.square(3)),
                        // 3 + 1 pixels under a window of two, all kept by the way back
                        new LayerTable.Row(
                                "layers.1",
                                0,
                                NET.layers().get(1),
                                new Shape(4, 8, 10),
                                102 + 100,
                                20 * 192L,
                                Extent.square(4)),
                        new LayerTable.Row(
                                "layers.1.skip.0",
                                1,
                                new Convolution(6, 2, 2, 0, 1),
                                new Shape(6, 4, 5),
                                102,
                                20 * 96L,
                                Extent.square(4)),
                        new LayerTable.Row(
                                "layers.1.skip.1", 1, new Relu(), new Shape(6, 4, 5), 0, 0, Extent.square(4)),
                        new LayerTable.Row(
                                "layers.1.skip.2",
                                1,
                                new TransposedConvolution(4, 2, 2, 0, 1),
                                new Shape(4, 8, 10),
                                100,
                                20 * 96L,
                                Extent.square(4)),
                        // three neighbours of it lie under two windows of two: four pixels and one on each side
                        new LayerTable.Row(
                                "layers.2",
                                0,
                                NET.layers().get(2),
                                new Shape(1, 8, 10),
                                37,
                                80 * 36L,
                                Extent.square(6)));
    }

    @Test
    void the_last_row_and_the_sum_of_the_outer_rows_are_those_of_the_whole() {
        List<LayerTable.Row> rows = LayerTable.of(NET, 16, 16);
        assertThat(rows.get(rows.size() - 1).receptiveField())
                .isEqualTo(NET.receptiveField().extent());
        assertThat(rows.stream()
                        .filter(row -> row.depth() == 0)
                        .mapToInt(LayerTable.Row::parameters)
                        .sum())
                .isEqualTo(NET.parameters());
        assertThat(rows.stream()
                        .filter(row -> row.depth() == 0)
                        .mapToLong(LayerTable.Row::multiplyAdds)
                        .sum())
                .isEqualTo(Math.round(256 * NET.multiplyAddsPerPixel()));
    }

    @Test
    void sides_that_do_not_close_are_refused() {
        assertThatThrownBy(() -> LayerTable.of(NET, 8, 9))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessageContaining("4 x 8 x 9 went in, 4 x 8 x 8 came out");
    }
}
