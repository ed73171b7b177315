package io.unveil.web;

import io.unveil.inference.WorkHandle;
import io.unveil.report.Report;
import io.unveil.report.Timings;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The present run of a job's picture through its route, which finds it beside the request. */
final class PictureRun {
    private static final String ATTRIBUTE = PictureRun.class.getName();

    private final WorkHandle handle;
    private Optional<Report> report = Optional.empty();

    PictureRun(WorkHandle handle) {
        this.handle = handle;
    }

    /** Empty for a request that somebody waits for. */
    static Optional<PictureRun> current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (PictureRun) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    /** Makes it the present run of requests with these attributes. */
    void in(RequestAttributes request) {
        request.setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
    }

    WorkHandle handle() {
        return handle;
    }

    void made(Made made, Timings timings) {
        report = made instanceof MadePicture picture ? Optional.of(picture.report(timings)) : Optional.empty();
    }

    /** What is said of the picture that was made. */
    Optional<Report> report() {
        return report;
    }
}
