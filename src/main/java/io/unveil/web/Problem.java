package io.unveil.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Every way in which a request can fail: the one table that answers, pages and the API description are made from. */
enum Problem {
    MISSING_IMAGE(
            HttpStatus.BAD_REQUEST,
            "No image came with the request",
            "The body was empty, could not be read as multipart/form-data, or had no part 'file'; or a further picture that the"
                    + " route needs was missing, such as the mask of what is to be filled.",
            "Send the picture as part 'file' of multipart/form-data, or as the whole body with Content-Type image/* or"
                    + " application/octet-stream; what is to be filled as part 'mask', as region, or as mask=alpha.",
            "the body is empty; send a picture as part 'file' of multipart/form-data, or as the whole body"),
    INVALID_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "A parameter has a value that is not taken",
            "A parameter is no number, out of range, unknown, or given twice. Parameters are never guessed or ignored.",
            "The answer names the parameter, the value that came (rejected) and what is taken (allowed).",
            "sigma was '-1', allowed is 'auto' or a number from 0 to 100"),
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST,
            "The request breaks the rules of HTTP",
            "Its address, its parameters, a header or the framing of its body could not be read.",
            "Check the address for encoded dots, double slashes, semicolons, parameters without a name and lone percent"
                    + " signs.",
            "the request could not be read"),
    UNSUPPORTED_IMAGE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The bytes are no picture of a supported format",
            "The format is found from the first bytes, never from the name or the Content-Type. /v1/decode takes latent codes"
                    + " instead of pictures, and answers so to what is none.",
            "Send PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD or HDR; to /v1/decode a .npy file of float32 or float64, or JSON.",
            "the bytes are no supported image"),
    DAMAGED_IMAGE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The picture is cut short or damaged",
            "The format is known, but the file ends early or contradicts itself; or the numbers of a latent code are not as"
                    + " many as its shape says, or not finite.",
            "Open the file in a viewer, or send it again from the source.",
            "the PNG file is cut short"),
    TOO_MANY_PIXELS(
            HttpStatus.CONTENT_TOO_LARGE,
            "The picture has too many pixels",
            "The header claims more pixels, or a longer side, than this service takes. Nothing was decoded.",
            "Make the picture smaller, or raise unveil.limits.max-pixels and unveil.limits.max-side.",
            "the image is 60000 x 60000, no side may be longer than 30000 pixels (unveil.limits.max-side)"),
    BODY_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "The body is too large",
            "The request has more bytes than this service takes.",
            "Send a smaller file, or raise unveil.limits.max-body.",
            "the body has more than 33554432 bytes, the limit (unveil.limits.max-body)"),
    UNPROCESSABLE_IMAGE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The picture does not fit",
            "The picture is sound, but too small for the model, or of another size or colour than its reference or its mask; or"
                    + " the mask is empty, or leaves nothing to fill from; or a latent code is none of the model's.",
            "The answer says which sizes and channels came, and which fit.",
            "the picture is 64 x 64 in gray, the reference 32 x 32 in gray; both must be alike"),
    UNKNOWN_MODEL(
            HttpStatus.NOT_FOUND,
            "No model has this name",
            "Models are the folders under unveil.models.",
            "GET /v1/models lists them.",
            "there is no model 'nobody', there are denoise-color, denoise-gray"),
    WRONG_TASK(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The model was made for another task",
            "A model does the one thing it was trained for; latent codes are those of autoencoders that have one.",
            "GET /v1/models shows the task of each.",
            "model 'fill-color' was trained to fill, not to denoise"),
    MODEL_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The model is broken",
            "Its folder did not pass the checks at load: a digest, a recipe or a tensor is not what it should be.",
            "GET /v1/models shows what is wrong. Others serve meanwhile.",
            "model 'denoise-gray' is not loaded: weights.safetensors does not have the SHA-256 of its manifest"),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "The answer cannot be given in an accepted form",
            "The Accept header is malformed, or names nothing that this route can answer with.",
            "Pictures: image/png, image/jpeg, image/tiff, image/bmp, image/webp, or application/json; none or */* gives the"
                    + " format that came in. Latent codes: application/x-npy or application/json.",
            "Accept was 'text/csv', served are image/png, image/jpeg, image/webp, image/tiff, image/bmp,"
                    + " application/json"),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "The route does not know this method",
            "Pictures are sent with POST, models are read with GET.",
            "The header Allow lists the methods of the route.",
            "the method was GET, allowed is POST"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body has a type that is not taken",
            "Content-Type is neither multipart/form-data nor that of a picture.",
            "Use multipart/form-data, image/* or application/octet-stream (curl: -F file=@picture.png); for latent codes"
                    + " application/x-npy or application/json.",
            "Content-Type was 'text/plain', allowed are multipart/form-data, application/octet-stream, image/*"),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Nothing is here",
            "No route has this address.",
            "The routes are listed at /swagger-ui.html.",
            "nothing is at /v1/denoize"),
    BUSY(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too much work is waiting",
            "The pictures at work fill the memory set aside for them, and the queue is full.",
            "Ask again after the seconds in Retry-After, 1 to 30; unveil.admission.* set the room.",
            "64 requests wait already, the queue is full (unveil.admission.queue)"),
    UNAUTHORIZED(
            HttpStatus.UNAUTHORIZED,
            "An API key is needed",
            "This service has API keys set, and the request brought none or a wrong one.",
            "Send the key as X-API-Key, or as Authorization: Bearer.",
            "no API key came, send one as X-API-Key or as Authorization: Bearer"),
    TIMED_OUT(
            HttpStatus.GATEWAY_TIMEOUT,
            "The request took too long",
            "It ran past the limit, waiting for a free place included. The work was given up.",
            "Send a smaller picture, ask when less is going on, or raise unveil.limits.timeout.",
            "the request ran past its limit of 60000 ms (unveil.limits.timeout)"),
    DRAINING(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The service is shutting down",
            "Requests that are inside are finished, new ones are not let in.",
            "Ask again after the seconds in Retry-After, or ask another instance.",
            "the service is shutting down"),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The service failed",
            "This is a fault of the service, not of the request.",
            "Report the id in the answer: the log has the cause under the same id.",
            "the service failed; the log has the cause under id 6f1c2a9e");

    private final HttpStatus status;
    private final String title;
    private final String meaning;
    private final String cure;
    private final String example;

    Problem(HttpStatus status, String title, String meaning, String cure, String example) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.cure = cure;
        this.example = example;
    }

    static Optional<Problem> ofSlug(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }

    /** The word callers may switch on: the constant's name in lower case with hyphens. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands in a problem document as its type: the address of the page that explains it. */
    URI type() {
        return URI.create("/problems/" + slug());
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What has happened. */
    String meaning() {
        return meaning;
    }

    /** What the caller can do. */
    String cure() {
        return cure;
    }

    /** A detail as it may stand in an answer. */
    String example() {
        return example;
    }
}
