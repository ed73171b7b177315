package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.image.Size;
import io.unveil.inference.Admission;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.layers.LayerMaps;
import io.unveil.pipeline.layers.LookingInside;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** GET /v1/models/{name}/layers and POST /v1/models/{name}/maps: a model from inside. */
@Tag(name = "Models", description = "what cleans and fills them")
@RestController
class LayersController {
    private static final Set<String> PARTS = Set.of(Upload.FILE);
    /** The parameters of layers. */
    static final Set<String> OF_LAYERS = Set.of("width", "height");
    /** The parameters of maps. */
    static final Set<String> OF_MAPS = Set.of("layer", "first", "count");

    private static final int LONGEST_SIDE = 4096;
    private static final int USUAL_COUNT = 16;

    private final LookingInside looking;
    private final Admission admission;
    private final LimitsSettings limits;
    private final Metrics metrics;

    LayersController(LookingInside looking, Admission admission, LimitsSettings limits, Metrics metrics) {
        this.looking = looking;
        this.admission = admission;
        this.limits = limits;
        this.metrics = metrics;
    }

    @Operation(
            summary = "The layers of one model",
            description =
                    "Shapes, multiply-adds and receptive fields by formulas, for pictures of the size that figures are usually given for, or of `width` and `height`.",
            parameters = {
                @Parameter(
                        name = "width",
                        in = QUERY,
                        description = "of the picture, 1 to 4096; with height",
                        schema = @Schema(type = "integer")),
                @Parameter(
                        name = "height",
                        in = QUERY,
                        description = "of the picture, 1 to 4096; with width",
                        schema = @Schema(type = "integer"))
            })
    @GetMapping(path = "/v1/models/{name}/layers", produces = MediaType.APPLICATION_JSON_VALUE)
    LayersReport layers(@Parameter(example = "denoise-gray") @PathVariable String name, HttpServletRequest request)
            throws IOException, ServletException {
        Parameters given = Parameters.of(request, OF_LAYERS, Set.of());
        boolean sized = given.text("width").or(() -> given.text("height")).isPresent();
        return LayersReport.of(looking.layers(
                name, sized ? Optional.of(new Size(side(given, "width"), side(given, "height"))) : Optional.empty()));
    }

    private static int side(Parameters given, String name) {
        if (given.text(name).isEmpty()) {
            throw new InvalidParameter(
                    name, "", "a whole number from 1 to %d: width and height go together".formatted(LONGEST_SIDE));
        }
        return given.whole(name, 1, 1, LONGEST_SIDE);
    }

    @MapsOperation
    @PostMapping(
            path = "/v1/models/{name}/maps",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<MapsReport> maps(
            @Parameter(example = "denoise-gray") @PathVariable String name, HttpServletRequest request)
            throws IOException, ServletException {
        Answer.requireJson(request);
        Upload file = Upload.file(request, limits.ofPictures());
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, OF_MAPS, PARTS);
        String layer = given.text("layer").orElse("layers.0");
        int first = given.whole("first", 0, 0, Integer.MAX_VALUE - LookingInside.MOST_MAPS);
        int count = given.whole("count", USUAL_COUNT, 1, LookingInside.MOST_MAPS);
        try (Admission.Ticket ticket = admission.admit(file.pixels())) {
            Stopwatch watch = new Stopwatch();
            var picture = file.decode(limits.ofPictures());
            Duration decode = watch.lap();
            ticket.deadline().check();
            LayerMaps done = looking.maps(picture, name, layer, first, count, ticket.deadline());
            watch.lap();
            List<MapsReport.Channel> maps =
                    done.maps().stream().map(MapsReport.Channel::of).toList();
            Timings timings = new Timings(
                    decode,
                    ticket.waited().plus(done.timing().queue()),
                    done.timing().inference(),
                    watch.lap());
            metrics.served(done.model(), picture.size().pixels(), timings);
            return ResponseEntity.ok()
                    .header("Server-Timing", timings.header())
                    .body(MapsReport.of(done, maps, picture, timings));
        }
    }
}
