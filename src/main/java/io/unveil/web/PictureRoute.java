package io.unveil.web;

import io.unveil.image.codec.PictureFile;
import io.unveil.inference.Admission;
import io.unveil.inference.Deadline;
import io.unveil.inference.Demand;
import io.unveil.report.Stopwatch;
import io.unveil.report.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all routes that run a model have in common: admission, decoding, the work, encoding, and the times of each. */
@Component
class PictureRoute {
    private final Admission admission;
    private final LimitsSettings limits;
    private final Metrics metrics;
    private final AsyncAnswers later;

    PictureRoute(Admission admission, LimitsSettings limits, Metrics metrics, AsyncAnswers later) {
        this.admission = admission;
        this.limits = limits;
        this.metrics = metrics;
        this.later = later;
    }

    /** The work of a route on its decoded input. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T decoded, Deadline deadline);
    }

    /**
     * Makes a picture of those of a request, for which so much room is needed; of each frame by itself, where all are
     * asked for.
     */
    ResponseEntity<Object> answer(
            Demand demand, Uploads uploads, Answer answer, AnswerForm form, Work<Uploads.Pictures, Outcome> work) {
        return answer(demand, uploads, answer, form, work, (frames, deadline) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Uploads.Pictures frame : frames) {
                outcomes.add(work.on(frame, deadline));
                deadline.check();
            }
            return outcomes;
        });
    }

    /** The same where all frames are worked on in another way than one after the other. */
    ResponseEntity<Object> answer(
            Demand demand,
            Uploads uploads,
            Answer answer,
            AnswerForm form,
            Work<Uploads.Pictures, Outcome> work,
            Work<List<Uploads.Pictures>, List<Outcome>> workOnAll) {
        if (form.allFrames() && uploads.file().sizes().size() > 1) {
            return answer(
                    MemoryNeed.ofFrames(demand, uploads.pixelsOfFrames(limits.ofPictures())),
                    () -> uploads.decodeFrames(limits.ofPictures()),
                    (film, deadline) -> {
                        MadeFrames.requireRoom(film.frames(), answer, form);
                        return new MadeFrames(film.frames(), workOnAll.on(film.pictures(), deadline), answer, form);
                    });
        }
        return answer(
                demand,
                () -> uploads.decode(limits.ofPictures()),
                (pictures, deadline) -> new MadePicture(
                        Optional.of(new PictureFile(uploads.file().bytes(), pictures.file())),
                        work.on(pictures, deadline),
                        answer,
                        form));
    }

    /**
     * Works on anything that is decoded, once there is room for it; or accepts it as a job, where the request prefers
     * that. What the answer takes is held until its caller has read it.
     */
    <T> ResponseEntity<Object> answer(Demand demand, Supplier<T> decoding, Work<T, Made> work) {
        return later.accepted(demand.pixels()).orElseGet(() -> now(demand, decoding, work));
    }

    private <T> ResponseEntity<Object> now(Demand demand, Supplier<T> decoding, Work<T, Made> work) {
        Admission.Ticket ticket = PictureRun.current()
                .map(run -> admission.admit(demand, run.handle()))
                .orElseGet(() -> admission.admit(demand, Caller.orNobody()));
        boolean answered = false;
        try {
            ResponseEntity<Object> answer = answer(ticket, decoding, work);
            ticket.keepOnly(answer.getBody() instanceof byte[] bytes ? bytes.length : demand.bytes());
            Caller.atEnd(ticket::close);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                ticket.close();
            }
        }
    }

    private <T> ResponseEntity<Object> answer(Admission.Ticket ticket, Supplier<T> decoding, Work<T, Made> work) {
        Stopwatch watch = new Stopwatch();
        T decoded = decoding.get();
        Duration decode = watch.lap();
        ticket.deadline().check();
        Made made = work.on(decoded, ticket.deadline());
        watch.lap();
        Function<Timings, ResponseEntity<Object>> answer = made.encode();
        Timings timings = Timings.of(decode, ticket.waited(), made.timing(), watch.lap());
        ticket.deadline().check();
        metrics.served(made.model(), made.pixels(), timings);
        PictureRun.current().ifPresent(run -> run.made(made, timings));
        return answer.apply(timings);
    }
}
