package io.unveil.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build of this program runs.
 *
 * @param version such as "0.2.0"; "of unknown version" where an IDE started the program without the build's file
 * @param commit the first ten characters of the Git commit that was built; {@value #UNKNOWN} where the sources came
 *     without their history
 */
public record Build(String version, String commit) {
    public static final String UNKNOWN = "unknown";

    private static final String FILE = "/META-INF/build-info.properties";

    /** Read from the file that the build writes. */
    public static Build current() {
        Properties build = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(FILE)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(
                build.getProperty("build.version", "of unknown version"), build.getProperty("build.commit", UNKNOWN));
    }

    /** Product and version, such as "unveil 0.2.0". */
    public String product() {
        return "unveil " + version;
    }
}
