package io.unveil.cli;

import io.unveil.model.Convention;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models list}: every model folder and what the model is for, broken ones with their error. */
@Command(name = "list", description = "Lists the models and what each is for, broken ones with their error.")
final class ModelsListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelsFolder models;

    @Option(names = "--json", description = "Print one JSON array, one object per model.")
    private boolean json;

    /** A model folder: its manifest and what the model is for, or the reason why it is no model. */
    private record Entry(String name, Optional<String> purpose, Optional<Manifest> manifest, Optional<String> error) {
        @Override
        public String toString() {
            return manifest.map(m -> String.format(
                            Locale.ROOT,
                            "%-24s %-10s %-13s  %s",
                            name,
                            m.task().word(),
                            (Convention.of(m).form().channels() == 1 ? "gray" : "colour")
                                    + (m.blind() ? ", blind" : ""),
                            purpose.orElse("")))
                    .orElseGet(() -> "%-24s broken: %s".formatted(name, error.orElseThrow()));
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : models.names()) {
            entries.add(entry(name));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(entries));
        } else {
            entries.forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private Entry entry(String name) throws IOException {
        try {
            ModelFolder folder = models.read(name);
            return new Entry(name, folder.purpose(), Optional.of(folder.manifest()), Optional.empty());
        } catch (ModelFolder.Broken e) {
            return new Entry(name, Optional.empty(), Optional.empty(), Optional.of(e.why()));
        }
    }
}
