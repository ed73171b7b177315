package io.unveil.cli;

import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models verify}: checks digests, recipe and weights against the manifest. */
@Command(
        name = "verify",
        description = "Checks digests, recipe and weights against the manifest; exit code 1 if a model is broken.")
final class ModelsVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelsFolder models;

    @Parameters(arity = "0..1", paramLabel = "M", description = "Name of the model; all of them without it.")
    private @Nullable String model;

    @Override
    public Integer call() throws IOException {
        List<String> names = model == null ? models.names() : List.of(model);
        boolean sound = true;
        for (String name : names) {
            sound &= verify(name);
        }
        return sound ? 0 : 1;
    }

    private boolean verify(String name) throws IOException {
        try {
            ModelFolder folder = models.read(name);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%s: sound, weights %s, recipe %s%n",
                    name, folder.manifest().weights(), folder.manifest().recipe());
            out.flush();
            return true;
        } catch (ModelFolder.Broken e) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf("%s: %s: broken: %s%n", spec.qualifiedName(), name, e.why());
            err.flush();
            return false;
        }
    }
}
