package io.unveil.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDigestsTest {
    @TempDir
    Path folder;

    private ModelDigests driver;

    @BeforeEach
    void write() throws Exception {
        for (String name : new String[] {"a", "b"}) {
            TestPictures.write(folder.resolve(name + "/manifest.json"), name.getBytes());
        }
        driver = ModelDigests.here(folder.toString());
    }

    @Test
    void theDriversOwnModelsAreRight() throws Exception {
        assertThat(driver.fault()).isEmpty();
    }

    @Test
    void aModelOfAnotherMakeIsNamedWithBothDigests() throws Exception {
        Files.writeString(folder.resolve("b/manifest.json"), "B");
        assertThat(driver.fault())
                .hasValue(
                        "the manifest of model 'b' in %s has SHA-256 df7e70e5021544f4834bbee64a9e3789febc4be81470df629cad6ddb03320a5c, the driver's has 3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
                                .formatted(folder));
    }

    @Test
    void aMissingModelIsNamed() throws Exception {
        Files.delete(folder.resolve("a/manifest.json"));
        assertThat(driver.fault()).hasValue("model 'a' is missing in " + folder);
    }

    @Test
    void anEmptyFolderHasNoModels() throws Exception {
        Files.delete(folder.resolve("a/manifest.json"));
        Files.delete(folder.resolve("b/manifest.json"));
        assertThat(driver.fault()).hasValue("there are no models in " + folder);
    }
}
