package io.unveil.web;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Frames;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.Timing;
import io.unveil.report.DataUrl;
import io.unveil.report.Report;
import io.unveil.report.ReportDraft;
import io.unveil.report.Timings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * All frames of an animation or pages of a document, answered as such or in JSON.
 *
 * @param frames what they were made of
 * @param outcomes of the frames, in order
 */
record MadeFrames(Frames frames, List<Outcome> outcomes, Answer answer, AnswerForm form, ReportDraft draft)
        implements Made {
    MadeFrames(Frames frames, List<Outcome> outcomes, Answer answer, AnswerForm form) {
        this(
                frames,
                outcomes,
                answer,
                form,
                ReportDraft.ofFrames(outcomes.stream().map(Outcome::report).toList(), frames.milliseconds()));
    }

    /** Throws {@link InvalidParameter} where the answer is a picture whose format has room for one. */
    static void requireRoom(Frames frames, Answer answer, AnswerForm form) {
        boolean sent = answer instanceof Answer.Image || form.includeOutput();
        Format format = format(frames, answer);
        if (sent && !Codec.holds(frames, format)) {
            throw new InvalidParameter(
                    AnswerForm.FRAMES,
                    "all",
                    "'first' for an answer in %s, which has no room for these %d pictures; %s hold them"
                            .formatted(
                                    format,
                                    frames.count(),
                                    frames.animation().isPresent()
                                            ? "animated PNG (image/png), WebP and, without times, TIFF"
                                            : "TIFF alone can"));
        }
    }

    private static Format format(Frames frames, Answer answer) {
        return answer.picture().orElseGet(() -> Answer.sameAs(frames.format()));
    }

    @Override
    public String model() {
        return draft.model();
    }

    @Override
    public long pixels() {
        return frames.pictures().stream()
                .mapToLong(picture -> picture.size().pixels())
                .sum();
    }

    @Override
    public Timing timing() {
        return draft.timing();
    }

    @Override
    public Function<Timings, ResponseEntity<Object>> encode() {
        Format format = format(frames, answer);
        boolean inJson = !(answer instanceof Answer.Image);
        if (inJson && !form.includeOutput()) {
            return timings -> json(draft.report(timings, Optional.empty()), timings);
        }
        Frames made = made();
        byte[] encoded = frames.encode(made, format, form.writing());
        ReportDraft noted = encoded == frames.bytes() ? draft : draft.noting(made.losses(format, form.writing()));
        if (inJson) {
            String output = DataUrl.of(format.mediaType(), encoded);
            return timings -> json(noted.report(timings, Optional.of(output)), timings);
        }
        return timings -> picture(noted.report(timings, Optional.empty()), encoded, timings);
    }

    /** A view may differ anywhere from the one before; of a picture only what its file changes is written. */
    private Frames made() {
        List<Picture> pictures = outcomes.stream().map(Outcome::picture).toList();
        return draft.isVerdict() ? frames.withWhole(pictures) : frames.with(pictures);
    }

    private static ResponseEntity<Object> json(Report report, Timings timings) {
        return ResponseEntity.ok()
                .header(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings))
                .contentType(MediaType.APPLICATION_JSON)
                .body(report);
    }

    private ResponseEntity<Object> picture(Report report, byte[] encoded, Timings timings) {
        HttpHeaders headers = ReportHeaders.of(report);
        outcomes.get(0).headers().forEach(headers::set);
        headers.set(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings));
        return ResponseEntity.ok().headers(headers).contentType(answer.type()).body(encoded);
    }
}
