package io.unveil.cli;

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

/** {@code models list}: every model folder, broken ones with their error. */
@Command(name = "list", description = "Lists the models, broken ones with their error.")
final class ModelsListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelsFolder models;

    @Option(names = "--json", description = "Print one JSON array, an object a model.")
    private boolean json;

    /** A model folder: its manifest, or the reason why it is no model. */
    private record Entry(String name, Optional<Manifest> manifest, Optional<String> error) {
        @Override
        public String toString() {
            return manifest.map(m -> String.format(
                            Locale.ROOT,
                            "%-24s %-10s %-10s %s%s  %d weights  %.1f thousand multiply-adds a pixel",
                            name,
                            m.task().id(),
                            m.version(),
                            m.outputs() == 1 ? "gray" : "colour",
                            m.blind() ? ", blind" : "",
                            m.parameters(),
                            m.multiplyAddsPerPixel() / 1000))
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
            return new Entry(name, Optional.of(models.read(name).manifest()), Optional.empty());
        } catch (ModelFolder.Broken e) {
            return new Entry(name, Optional.empty(), Optional.of(e.why()));
        }
    }
}
