package io.unveil.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.image.Format;
import io.unveil.inference.Admission;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.Encoded;
import io.unveil.pipeline.code.LatentCode;
import io.unveil.pipeline.code.Npy;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/encode and POST /v1/decode: a picture to its latent code, and a code to its picture. */
@Tag(name = "Latent codes", description = "what autoencoders make of pictures between their two halves")
@RestController
class CodeController {
    private static final Set<String> PARTS = Set.of(Upload.FILE);
    /** The parameters of encoding. */
    static final Set<String> OF_ENCODING = Set.of("model");
    /** The parameters of decoding. */
    static final Set<String> OF_DECODING = AnswerForm.with("model");

    private final Coding coding;
    private final PictureRoute route;
    private final Admission admission;
    private final LimitsSettings limits;
    private final Metrics metrics;

    CodeController(Coding coding, PictureRoute route, Admission admission, LimitsSettings limits, Metrics metrics) {
        this.coding = coding;
        this.route = route;
        this.admission = admission;
        this.limits = limits;
        this.metrics = metrics;
    }

    @EncodeOperation
    @PostMapping(
            path = "/v1/encode",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> encode(HttpServletRequest request) throws IOException, ServletException {
        Upload file = Upload.file(request, limits.ofPictures());
        Answer answer = Answer.acceptedOfCode(request);
        Optional<String> model = parameters(request, OF_ENCODING).text("model");
        try (Admission.Ticket ticket = admission.admit(file.pixels())) {
            Stopwatch watch = new Stopwatch();
            var picture = file.decode(limits.ofPictures());
            Duration decode = watch.lap();
            ticket.deadline().check();
            Encoded done = coding.encode(picture, model, ticket.deadline());
            watch.lap();
            byte[] npy = answer instanceof Answer.Npy ? Npy.write(done.code()) : new byte[0];
            Timings timings = new Timings(
                    decode,
                    ticket.waited().plus(done.timing().queue()),
                    done.timing().inference(),
                    watch.lap());
            ticket.deadline().check();
            metrics.served(done.model(), picture.size().pixels(), timings);
            ResponseEntity.BodyBuilder ok = ResponseEntity.ok()
                    .header("Unveil-Model", done.model())
                    .header("Unveil-Pipeline", String.join(", ", done.steps()))
                    .header("Server-Timing", timings.header())
                    .contentType(answer.type());
            return answer instanceof Answer.Npy ? ok.body(npy) : ok.body(CodeReport.of(done, picture, timings));
        }
    }

    @DecodeOperation
    @PostMapping(
            path = "/v1/decode",
            consumes = {
                MediaType.MULTIPART_FORM_DATA_VALUE,
                Answer.Npy.MEDIA_TYPE,
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<Object> decode(HttpServletRequest request) throws IOException, ServletException {
        byte[] body = Upload.bytes(request, "code");
        Answer answer = Answer.accepted(request, Format.PNG);
        Parameters given = parameters(request, OF_DECODING);
        AnswerForm form = AnswerForm.of(given);
        Optional<String> model = given.text("model");
        LatentCode code = CodeBody.read(body);
        return route.answer(
                coding.decoded(code, model).pixels(),
                () -> code,
                answer,
                form,
                (read, deadline) -> Outcome.of(coding.decode(read, model, deadline)));
    }

    private static Parameters parameters(HttpServletRequest request, Set<String> known)
            throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        return Parameters.of(request, known, PARTS);
    }
}
