package io.unveil.training;

import ai.djl.engine.Engine;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.Digests;
import io.unveil.autoencoder.Manifest;
import io.unveil.autoencoder.ReceptiveField;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.Weights;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Writes down what a training made and how. */
final class Manifests {
    private Manifests() {}

    static Manifest of(TrainingPlan plan, List<Manifest.DataSet> sets, float[] weights, History.Look look) {
        Recipe recipe = plan.recipe();
        Architecture net = recipe.net();
        ReceptiveField field = net.receptiveField();
        return new Manifest(
                plan.output().toAbsolutePath().normalize().getFileName().toString(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                recipe.task(),
                net.inputs(),
                net.outputs(),
                net.sides(),
                net.stride(),
                net.digest(),
                Digests.sha256(Weights.file(net, weights)),
                Digests.sha256(plan.recipeText().getBytes(StandardCharsets.UTF_8)),
                net.parameters(),
                net.multiplyAddsPerPixel(),
                field.size(),
                field.reach(),
                recipe.lesson().inspection(),
                look.conditions().stream()
                        .map(condition -> figure(condition, recipe.lesson().measure(), plan.command()))
                        .toList(),
                provenance(plan, sets, look),
                plan.createdBy());
    }

    private static Manifest.Figure figure(History.Condition condition, Measure measure, String command) {
        return new Manifest.Figure(
                String.format(
                        Locale.ROOT,
                        "validation pictures, %s, %.2f %s without the network",
                        condition.name(),
                        measure.of(condition.before()),
                        measure.unit()),
                measure.word(),
                Math.round(measure.of(condition.after()) * 1000) / 1000.0,
                command);
    }

    private static Manifest.Provenance provenance(TrainingPlan plan, List<Manifest.DataSet> sets, History.Look look) {
        Engine engine = TorchEngine.start();
        return new Manifest.Provenance(
                sets,
                look.step(),
                Math.round(look.seconds()),
                plan.recipe().seed(),
                plan.device().getDeviceType(),
                plan.precision().name().toLowerCase(Locale.ROOT),
                TorchEngine.threads(),
                "%s %s".formatted(engine.getEngineName(), engine.getVersion()),
                System.getProperty("java.version"),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
}
