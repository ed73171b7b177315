package io.unveil.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Product and version, as the build wrote them down. */
final class Version implements IVersionProvider {
    private static final String BUILD = "/META-INF/build-info.properties";

    /** Such as "unveil 1.2.0". */
    static String product() {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(BUILD)) {
            if (file != null) { // an IDE may start the program without the build's file
                build.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "unveil " + build.getProperty("build.version", "of unknown version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {product()};
    }
}
