package io.unveil.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build of this program runs.
 *
 * @param version such as "0.2.0"; "of unknown version" where an IDE started the program without the build's files
 * @param commit the first characters of the Git commit, "-modified" after it where tracked files differed from that
 *     commit; {@value #UNKNOWN} where the sources were built without their history
 */
public record Build(String version, String commit) {
    public static final String UNKNOWN = "unknown";

    /** Read from the files that the build writes: {@code META-INF/build-info.properties} and {@code git.properties}. */
    public static Build current() {
        Properties git = read("/git.properties");
        String commit = git.getProperty("git.commit.id.abbrev", UNKNOWN);
        boolean modified = Boolean.parseBoolean(git.getProperty("git.dirty"));
        return new Build(
                read("/META-INF/build-info.properties").getProperty("build.version", "of unknown version"),
                modified ? commit + "-modified" : commit);
    }

    /** Product and version, such as "unveil 0.2.0". */
    public String product() {
        return "unveil " + version;
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(resource)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
