package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.image.Size;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingSizeTest {
    @ParameterizedTest(name = "pictures of {0} x {0} are read at {1}")
    @CsvSource({"128, 256", "256, 256", "400, 352", "512, 448", "1024, 448"})
    void thePicturesChooseBetweenTheRecipesAreaAndTheLargest(int side, int chosen) throws IOException {
        Dataset drawn =
                Dataset.read("synthetic:surfaces,count=3,size=" + side, DatasetPart.TRAINING, 1, new Size(16, 16));

        assertThat(WorkingSize.of(drawn, 256)).isEqualTo(chosen);
    }

    @Test
    void onlyTheAreaOfARecipeIsReplaced() {
        String recipe = """
            net:
              inputs: 1
              area: 256   # why
            """;
        assertThat(WorkingSize.in(recipe, 352)).isEqualTo(recipe.replace("256", "352"));
    }
}
