package io.unveil.web;

import io.unveil.text.Words;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Every way in which a request can fail: the single source of answers, pages and the API description. */
enum Problem {
    MISSING_IMAGE(
            HttpStatus.BAD_REQUEST,
            "The request has no image",
            "The body was empty, could not be read as multipart/form-data, or had no part 'file'; or a further picture"
                    + " that the route needs was missing, such as the mask of the hole.",
            "Send the picture as part 'file' of multipart/form-data, or as the whole body with Content-Type image/* or"
                    + " application/octet-stream; send the hole as part 'mask', as region, or as mask-from=alpha.",
            "the body is empty; send a picture as part 'file' of multipart/form-data, or as the whole body"),
    INVALID_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "A parameter has a value that is not allowed",
            "A parameter is not a number, out of range, unknown, or given twice. Parameters are never guessed or"
                    + " ignored.",
            "The answer names the parameter, the value that was sent (rejected) and what is allowed (allowed).",
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
            "The bytes are not a picture of a supported format",
            "The format is found from the first bytes, never from the name or the Content-Type. /v1/decode takes latent codes"
                    + " instead of pictures, and answers in this way to other bytes.",
            "Send PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD, HDR, EXR, HEIC or AVIF; to /v1/decode a .npy file of float32 or float64, or JSON.",
            "the bytes are not a supported image"),
    DAMAGED_IMAGE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The picture is cut short or damaged",
            "The format is known, but the file ends early or contradicts itself; or a latent code does not have as"
                    + " many numbers as its shape says, or some are not finite.",
            "Open the file in a viewer, or send it again from the source.",
            "the PNG file is cut short"),
    TOO_MANY_PIXELS(
            HttpStatus.CONTENT_TOO_LARGE,
            "The picture has too many pixels",
            "The header claims more pixels, or a longer side, than this service takes. Nothing was decoded.",
            "Make the picture smaller, or raise unveil.limits.max-pixels and unveil.limits.max-side.",
            "the image is 60000 x 60000, no side may be longer than 30000 pixels (unveil.limits.max-side)"),
    TOO_MUCH_MEMORY(
            HttpStatus.CONTENT_TOO_LARGE,
            "The work needs more memory than there is",
            "The picture is within the limits, but what was asked of it takes more memory than this service sets"
                    + " aside, even alone.",
            "Make the picture smaller, or ask for less: no reference, a JPEG in place of a PNG with 16 bits; or raise"
                    + " unveil.admission.memory and the heap.",
            "the work on this picture needs up to 1204 MiB of memory, 350 MiB are set aside for all pictures"
                    + " (unveil.admission.memory, half of the heap where it is not set)"),
    BODY_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "The body is too large",
            "The request has more bytes than this service takes.",
            "Send a smaller file, or raise unveil.limits.max-body.",
            "the body has more than 67108864 bytes, the limit (unveil.limits.max-body)"),
    UNPROCESSABLE_IMAGE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The picture does not fit",
            "The picture is sound, but too small for the model, or of another size or colour than its reference or its"
                    + " mask; or the mask is empty, or covers everything; or a latent code does not belong to the model.",
            "The answer says which sizes and channels were sent, and which fit.",
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
            "A model does only what it was trained for; only some autoencoders have latent codes.",
            "GET /v1/models shows the task of each.",
            "model 'fill-color' was trained to fill, not to denoise"),
    MODEL_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The model is broken",
            "Its folder did not pass the checks at load: a digest, a recipe or a tensor is not what it should be.",
            "GET /v1/models shows the error. Other models still serve.",
            "model 'denoise-gray' is not loaded: weights.safetensors does not have the SHA-256 of its manifest"),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "The answer cannot be given in an accepted form",
            "The Accept header is malformed, or names nothing that this route can answer with.",
            "Pictures: image/png, image/jpeg, image/tiff, image/bmp, image/webp, or application/json; none or */*"
                    + " gives the input's format. Latent codes: application/x-npy or application/json.",
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
            "The body has a type that is not allowed",
            "Content-Type is neither multipart/form-data nor that of a picture.",
            "Use multipart/form-data, image/* or application/octet-stream (curl: -F file=@picture.png); for latent"
                    + " codes application/x-npy or application/json.",
            "Content-Type was 'text/plain', allowed are multipart/form-data, application/octet-stream, image/*"),
    BODY_TOO_SLOW(
            HttpStatus.REQUEST_TIMEOUT,
            "The body came too slowly",
            "A body may take five seconds, and then a second for each 4096 bytes. The connection was closed.",
            "Send the request again over a better connection, or a smaller picture.",
            "the body came too slowly: 17 bytes so far; a body may take 5 s and then a second for each 4096 bytes"),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "No such route",
            "No route has this address.",
            "The routes are listed at /swagger-ui.html.",
            "nothing is at /v1/denoize"),
    BUSY(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too much work is waiting",
            "The pictures in progress fill the memory set aside for them, and the queue is full.",
            "Ask again after the seconds in Retry-After, 1 to 30; the settings unveil.admission.* set the limits.",
            "64 requests wait already, the queue is full (unveil.admission.queue)"),
    UNAUTHORIZED(
            HttpStatus.UNAUTHORIZED,
            "An API key is needed",
            "This service has API keys set, and the request brought none or a wrong one.",
            "Send the key as X-API-Key, or as Authorization: Bearer.",
            "no API key was sent; send one as X-API-Key or as Authorization: Bearer"),
    TIMED_OUT(
            HttpStatus.GATEWAY_TIMEOUT,
            "The request took too long",
            "It exceeded the limit, waiting included. The work was stopped.",
            "Ask for quality=fast, send a smaller picture, ask when the service is less busy, or raise"
                    + " unveil.limits.timeout.",
            "the request ran past its limit of 120000 ms (unveil.limits.timeout)"),
    TOO_LONG(
            HttpStatus.CONTENT_TOO_LARGE,
            "The work would take too long",
            "By the time of its first tiles, or of earlier ones, the picture cannot be done within the limit. It was"
                    + " given up at once rather than at the limit.",
            "Send the header Prefer: respond-async and fetch the result later; or ask for quality=fast, or send a"
                    + " smaller picture.",
            "the picture would take about 140 s, the limit is 60 s (unveil.limits.timeout); send Prefer: respond-async"
                    + " and fetch the result later, or ask for quality=fast"),
    UNKNOWN_JOB(
            HttpStatus.NOT_FOUND,
            "No job has this id",
            "Jobs are known to the API key that made them, until they are deleted.",
            "A job is deleted after unveil.jobs.keep, and by DELETE once it has ended.",
            "there is no job '5b0f7bb1-4c4b-4ac6-9a44-2f9a4b1c9d10'; finished jobs are deleted after unveil.jobs.keep"),
    JOB_STATE(
            HttpStatus.CONFLICT,
            "The job is not in the state for this",
            "A result is there when the job is done; only a cancelled job can be resumed.",
            "GET /v1/jobs/{id} shows the state, GET /v1/jobs/{id}/events follows it.",
            "the job is running, its result is there when it is done"),
    TOO_MANY_JOBS(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many jobs wait",
            "This API key has as many jobs that wait or run as it may have.",
            "Wait until some are done, or cancel some; unveil.jobs.per-caller sets the limit.",
            "100 jobs wait or run already, no more may (unveil.jobs.per-caller)"),
    IDEMPOTENCY_CONFLICT(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The idempotency key was used for another request",
            "A key stands for one request: sent again with it, the same request gets the same job.",
            "Use a new Idempotency-Key for each request.",
            "this Idempotency-Key came before with another request, whose job is"
                    + " '5b0f7bb1-4c4b-4ac6-9a44-2f9a4b1c9d10'; use a new key for each request"),
    JOBS_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Jobs cannot be reached",
            "Their database does not answer, their disk is full, or their room is used up. Jobs that were accepted are"
                    + " kept.",
            "Ask again after the seconds in Retry-After; without Prefer: respond-async pictures are served as usual.",
            "the database of the jobs (unveil.jobs.database) does not answer"),
    UNACCEPTABLE_ARCHIVE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The archive is not taken",
            "It is no ZIP file, encrypted or damaged; or holds other archives, names that lead out of a folder, the"
                    + " same name twice, or more pictures, bytes or pixels than a batch may have. Nothing of it was worked"
                    + " on.",
            "Send a plain ZIP file of pictures; unveil.jobs.max-* set the limits.",
            "the archive has 100000 entries, allowed are 5000 (unveil.jobs.max-entries)"),
    DRAINING(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The service is shutting down",
            "Running requests are finished, new ones are not accepted.",
            "Ask again after the seconds in Retry-After, or ask another instance.",
            "the service is shutting down"),
    EXHAUSTED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The service ran out of memory",
            "The work needed more memory than was free. It was given up, and others go on.",
            "Ask again after the seconds in Retry-After; if it happens again, send a smaller picture, or give the"
                    + " service more memory.",
            "the service ran out of memory with this request; it was given up"),
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

    /** The stable word for callers: the constant's name in lower case with hyphens. */
    String slug() {
        return Words.of(this);
    }

    /** The type in a problem document: the address of the page that explains it. */
    URI type() {
        return URI.create("/problems/" + slug());
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The cause. */
    String meaning() {
        return meaning;
    }

    /** What the caller can do. */
    String cure() {
        return cure;
    }

    /** An example of an answer's detail. */
    String example() {
        return example;
    }
}
