package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayName("Copies in a set")
class CopiesTest {
    @TempDir
    Path folder;

    private void write(String name, float value) throws IOException {
        Pixels flat = Pixels.constant(new Size(20, 16), value);
        Files.write(folder.resolve(name), Codec.encode(Picture.of(flat, BitDepth.EIGHT, Format.PNG), Format.PNG, 95));
    }

    private Dataset read(ListAppender<ILoggingEvent> said) throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(PictureFiles.class);
        said.start();
        log.addAppender(said);
        try {
            return Dataset.read(folder.toString(), DatasetPart.TRAINING, 1, new Size(8, 8));
        } finally {
            log.detachAppender(said);
        }
    }

    @Test
    @DisplayName("are counted once, and the log says how many there are")
    void areCountedOnce() throws IOException {
        write("a.png", .2f);
        write("b.png", .2f);
        write("c.png", .7f);
        ListAppender<ILoggingEvent> said = new ListAppender<>();

        Dataset set = read(said);

        assertThat(set.count()).isEqualTo(3);
        assertThat(Copies.different(set)).isEqualTo(2);
        assertThat(said.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("holds 3 pictures, of which 1 are copies of others"));
    }

    @Test
    @DisplayName("are not spoken of where there are none")
    void areNotSpokenOfWhereThereAreNone() throws IOException {
        write("a.png", .2f);
        write("b.png", .3f);
        ListAppender<ILoggingEvent> said = new ListAppender<>();

        assertThat(Copies.different(read(said))).isEqualTo(2);
        assertThat(said.list).isEmpty();
    }
}
