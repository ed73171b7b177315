package io.unveil.card;

import io.unveil.model.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text on a network that scores anomalies. */
public record InspectorText(Manifest manifest, List<String> captions, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Scores how anomalous a picture of its product is, and where, by %s. It has learnt only from normal pictures."
                .formatted(scorings());
    }

    private String scorings() {
        return manifest.inspection().stream()
                .flatMap(inspection -> inspection.scorings().stream())
                .map(scoring -> scoring.method().word())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String shown() {
        return """
                ![pictures and their anomalous places](%s)

                Top: the picture. Bottom: its anomaly map; places that reach the threshold are outlined.
                From left to right: %s. Pictures: %s.""".formatted(BeforeAfter.FILE, String.join("; ", captions), credit);
    }

    @Override
    public String use() {
        return """
                ## Use

                    java -jar target/unveil.jar anomaly part.png -o where.png --view overlay --model %1$s
                    curl -F file=@part.png 'localhost:8080/v1/anomaly?model=%1$s'

                %2$s
                """.formatted(manifest.name(), calibration());
    }

    private String calibration() {
        Optional<Manifest.Calibration> first = manifest.inspection().stream()
                .flatMap(inspection -> inspection.scorings().stream())
                .flatMap(scoring -> scoring.calibration().stream())
                .findFirst();
        return first.map(calibration ->
                        "Calibrated with %d normal pictures of %s on %s: a score is the share of normal pictures that look less anomalous."
                                .formatted(calibration.pictures(), calibration.data(), calibration.date()))
                .orElse(
                        "It was never calibrated: a larger score means more anomalous, but it is no share of normal pictures.");
    }

    @Override
    public String reads() {
        return "goes the picture, resized to the area named and set to one mean and contrast";
    }

    @Override
    public String limitations() {
        return """
                ## Limitations

                - Normal is what its training pictures show. Another product, light or camera looks anomalous until the model is trained on it, or at least calibrated.
                - It was trained on synthetic defects and finds places that differ in texture, brightness or edges from their surroundings. A part that is missing or of the
                  wrong kind, where the background looks right, may pass.
                """;
    }
}
