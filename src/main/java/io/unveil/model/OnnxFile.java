package io.unveil.model;

import io.unveil.autoencoder.OnnxExport;
import io.unveil.autoencoder.OnnxNotes;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model as one ONNX file, which says what its planes mean and how its scores were calibrated. */
public final class OnnxFile {
    /** The name of the only input. */
    public static final String INPUT = "planes";

    private OnnxFile() {}

    /** The file's bytes; the only output is named by {@link Signature#answer}. */
    public static byte[] of(ModelFolder model) {
        Signature signature = model.convention().signature();
        String planes = String.join("\n", signature.inputs());
        OnnxNotes notes = new OnnxNotes(
                model.manifest().name(),
                model.purpose().orElse(""),
                Build.current().product(),
                new OnnxNotes.Planes(INPUT, planes),
                new OnnxNotes.Planes(signature.answer(), signature.meaning()),
                properties(model.manifest(), signature));
        return OnnxExport.of(model.architecture(), model.weights(), notes);
    }

    private static Map<String, String> properties(Manifest manifest, Signature signature) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("model", manifest.name());
        properties.put("version", manifest.version());
        properties.put("task", manifest.task().word());
        properties.put("input", String.join("\n", signature.inputs()));
        properties.put("output", signature.meaning());
        properties.put("sides", manifest.sides().text());
        manifest.inspection().ifPresent(scores -> properties.put("calibration", ModelFolder.json(scores)));
        properties.put("manifest", ModelFolder.json(manifest));
        return properties;
    }
}
