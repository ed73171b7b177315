package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.image.Size;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.layers.LookingInside;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
@Tag(name = ApiDescription.MODELS)
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
    private final PictureRoute route;
    private final LimitsSettings limits;

    LayersController(LookingInside looking, PictureRoute route, LimitsSettings limits) {
        this.looking = looking;
        this.route = route;
        this.limits = limits;
    }

    @Operation(
            operationId = "getLayers",
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
    ResponseEntity<Object> maps(
            @Parameter(example = "denoise-gray") @PathVariable String name, HttpServletRequest request)
            throws IOException, ServletException {
        Answer.requireJson(request);
        Upload file = Upload.file(request, limits.ofPictures());
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, OF_MAPS, PARTS);
        String layer = given.text("layer").orElse("layers.0");
        int first = given.whole("first", 0, 0, Integer.MAX_VALUE - LookingInside.MOST_MAPS);
        int count = given.whole("count", USUAL_COUNT, 1, LookingInside.MOST_MAPS);
        return route.answer(
                MemoryNeed.of(List.of(file), MemoryNeed.Work.RESIZED),
                () -> file.decode(limits.ofPictures()),
                (picture, deadline) ->
                        new MadeMaps(looking.maps(picture, name, layer, first, count, deadline), picture));
    }
}
