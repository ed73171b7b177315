package io.unveil.training;

import ai.djl.engine.Engine;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ReceptiveField;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.Weights;
import io.unveil.file.Digests;
import io.unveil.model.Build;
import io.unveil.model.Manifest;
import io.unveil.model.NormalPictures;
import io.unveil.text.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the manifest of a training. */
final class Manifests {
    private Manifests() {}

    /** Of a training here. */
    static Manifest of(
            TrainingPlan plan,
            List<Manifest.DataSet> sets,
            float[] weights,
            Optional<NormalPictures> memory,
            Optional<Manifest.Origin> origin,
            History.Look look) {
        return of(
                plan.output(),
                LocalDate.now(ZoneOffset.UTC),
                plan.recipe(),
                plan.recipeText(),
                weights,
                inspection(plan.recipe(), memory),
                figures(look.conditions(), plan.recipe(), plan.command()),
                provenance(plan, sets, origin, look),
                plan.createdBy());
    }

    /** @param made the day on which the weights were finished */
    static Manifest of(
            Path output,
            LocalDate made,
            Recipe recipe,
            String recipeText,
            float[] weights,
            Optional<Manifest.Inspection> inspection,
            List<Manifest.Figure> figures,
            Manifest.Provenance provenance,
            String createdBy) {
        Architecture net = recipe.net();
        ReceptiveField field = net.receptiveField();
        return new Manifest(
                output.toAbsolutePath().normalize().getFileName().toString(),
                made.toString(),
                recipe.task(),
                net.inputs(),
                net.outputs(),
                net.sides(),
                net.stride(),
                net.digest(),
                Digests.sha256(Weights.file(net, weights)),
                Digests.sha256(recipeText.getBytes(StandardCharsets.UTF_8)),
                net.parameters(),
                net.multiplyAddsPerPixel(),
                field.size(),
                field.reach(),
                inspection,
                figures,
                provenance,
                createdBy);
    }

    /** @param command the command that gave them */
    static List<Manifest.Figure> figures(List<History.Condition> conditions, Recipe recipe, String command) {
        return conditions.stream()
                .map(condition -> figure(condition, recipe.lesson().measure(), command))
                .toList();
    }

    private static Optional<Manifest.Inspection> inspection(Recipe recipe, Optional<NormalPictures> memory) {
        return recipe.lesson()
                .inspection()
                .map(inspection -> memory.map(pictures ->
                                inspection.with(new Manifest.Memory(pictures.count(), Digests.sha256(pictures.file()))))
                        .orElse(inspection));
    }

    private static Manifest.Figure figure(History.Condition condition, ScoreUnit measure, String command) {
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

    private static Manifest.Provenance provenance(
            TrainingPlan plan, List<Manifest.DataSet> sets, Optional<Manifest.Origin> origin, History.Look look) {
        Engine engine = TorchEngine.start();
        return new Manifest.Provenance(
                sets,
                look.step(),
                Math.round(look.seconds()),
                plan.recipe().seed(),
                plan.device().getDeviceType(),
                Words.of(plan.precision()),
                TorchEngine.threads(),
                "%s %s".formatted(engine.getEngineName(), engine.getVersion()),
                System.getProperty("java.version"),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                Optional.of(Build.current().commit()),
                origin);
    }
}
