package io.unveil.cli;

import io.unveil.model.Build;
import picocli.CommandLine.IVersionProvider;

/** Product, version and commit, as the build wrote them down. */
final class Version implements IVersionProvider {
    /** Such as "unveil 1.2.0". */
    static String product() {
        return Build.current().product();
    }

    @Override
    public String[] getVersion() {
        Build build = Build.current();
        return new String[] {"%s (commit %s)".formatted(build.product(), build.commit())};
    }
}
