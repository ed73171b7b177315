package io.unveil.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The image runs every command, not the service alone. */
@WithDocker
class CommandsIT {
    @Test
    void listsItsModels() {
        Finished list = Finished.run("models", "list");

        assertThat(list.code()).isZero();
        assertThat(list.output()).contains("denoise-color", "denoise-gray");
    }

    @Test
    void saysInOneLineThatThereIsNoGpu() {
        Finished denoise = Finished.run(
                "denoise", "models/denoise-color/before-after.jpg", "-o", "/tmp/clean.png", "--device", "gpu");

        assertThat(denoise.code()).isEqualTo(1);
        assertThat(denoise.output())
                .startsWith("unveil denoise: unveil.device is gpu, but the engine sees none")
                .hasLineCount(1);
    }

    @Test
    void doesNotStartAsAServiceOnAGpuThatIsNotThere() {
        Finished serve = Finished.run("serve", "--unveil.device=gpu");

        assertThat(serve.code()).isEqualTo(1);
        assertThat(serve.output())
                .contains("unveil.device is gpu, but the engine sees none")
                .doesNotContain("\tat ");
    }
}
