package io.unveil.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.image.Format;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.LatentCode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/encode and POST /v1/decode: a picture to its latent code, and a code to its picture. */
@Tag(name = ApiDescription.AUTOENCODERS)
@RestController
class CodeController {
    private static final Set<String> PARTS = Set.of(Upload.FILE);
    /** The parameters of encoding. */
    static final Set<String> OF_ENCODING = Set.of("model");
    /** The parameters of decoding. */
    static final Set<String> OF_DECODING = AnswerForm.with("model");

    private final Coding coding;
    private final PictureRoute route;
    private final LimitsSettings limits;

    CodeController(Coding coding, PictureRoute route, LimitsSettings limits) {
        this.coding = coding;
        this.route = route;
        this.limits = limits;
    }

    @EncodeOperation
    @PostMapping(
            path = "/v1/encode",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> encode(HttpServletRequest request) throws IOException, ServletException {
        return encode(request, Answer.acceptedOfCode(request));
    }

    @EncodeOperation.Report
    @PostMapping(
            path = "/v1/encode/report",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> encodeReport(HttpServletRequest request) throws IOException, ServletException {
        return encode(request, Answer.acceptedAsReport(request));
    }

    private ResponseEntity<Object> encode(HttpServletRequest request, Answer answer)
            throws IOException, ServletException {
        Upload file = Upload.file(request, limits.ofPictures());
        Optional<String> model = parameters(request, OF_ENCODING).text("model");
        return route.answer(
                MemoryNeed.of(List.of(file), MemoryNeed.Work.RESIZED),
                () -> file.decode(limits.ofPictures()),
                (picture, deadline) -> new MadeCode(coding.encode(picture, model, deadline), picture, answer));
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
        return decode(request, Answer.accepted(request, Format.PNG));
    }

    @DecodeOperation.Report
    @PostMapping(
            path = "/v1/decode/report",
            consumes = {
                MediaType.MULTIPART_FORM_DATA_VALUE,
                Answer.Npy.MEDIA_TYPE,
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<Object> decodeReport(HttpServletRequest request) throws IOException, ServletException {
        return decode(request, Answer.acceptedAsReport(request));
    }

    @DecodeOperation.Values
    @PostMapping(path = "/v1/decode/values", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> decodeValues(HttpServletRequest request) throws IOException, ServletException {
        return decode(request, Answer.acceptedAsPicture(request, Format.PNG));
    }

    private ResponseEntity<Object> decode(HttpServletRequest request, Answer answer)
            throws IOException, ServletException {
        byte[] body = Upload.bytes(request, "code");
        Parameters given = parameters(request, OF_DECODING);
        AnswerForm form = AnswerForm.of(given);
        Optional<String> model = given.text("model");
        LatentCode code = CodeBody.read(body);
        return route.answer(
                MemoryNeed.ofMade(coding.decoded(code, model).pixels()),
                () -> code,
                (read, deadline) -> new MadePicture(
                        Optional.empty(), Outcome.of(coding.decode(read, model, deadline)), answer, form));
    }

    private static Parameters parameters(HttpServletRequest request, Set<String> known)
            throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        return Parameters.of(request, known, PARTS);
    }
}
