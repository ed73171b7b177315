package io.unveil.card;

import io.unveil.model.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Of a network that tells how anomalous pictures are. */
public record InspectorText(Manifest manifest, List<String> captions, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Says how anomalous a picture of its product is, and where, by %s. It has learnt from normal pictures alone."
                .formatted(scorings());
    }

    private String scorings() {
        return manifest.inspection().stream()
                .flatMap(inspection -> inspection.scorings().stream())
                .map(Manifest.Scoring::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String shown() {
        return """
                ![pictures, and what is anomalous on them](%s)

                Top: as it is. Bottom: what is anomalous, and outlined what reaches the threshold.
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
                        "It was never calibrated: its scores are larger for what it finds odder, and no more than that.");
    }

    @Override
    public String reads() {
        return "goes the picture, brought to the area named and to one mean and contrast";
    }

    @Override
    public String limitations() {
        return """
                ## Limitations

                - What is normal is what its normal pictures show: another product, light or camera is anomalous until it was learnt, or at least calibrated.
                - It was taught by drawn defects and finds what differs in texture, brightness or edges from its surroundings. A part that is missing or of the
                  wrong kind, where the background looks right, may pass.
                """;
    }
}
