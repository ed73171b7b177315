package io.unveil.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.inference.RefusedRequest.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Which requests are admitted, in which order, and how the others are refused. */
class AdmissionTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private static Admission admission(long pixels, int queue, Duration timeout) {
        return new Admission(new AdmissionSettings(pixels, DataSize.ofBytes(0), queue), timeout);
    }

    /** A thread for each: on two cores the common pool has one, and from Java 25 on it is used even so. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private static void untilWaiting(Admission admission, int count) {
        while (admission.waiting() != count) {
            Thread.onSpinWait();
        }
    }

    private static RefusedRequest refused(ThrowingCallable call) {
        RefusedRequest[] caught = new RefusedRequest[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedRequest.class, refused -> caught[0] = refused);
        return caught[0];
    }

    @Test
    void picturesAreLetInWhileTheirPixelsFitTogether() {
        Admission admission = admission(100, 0, LONG);
        admission.admit(pixels(60));
        admission.admit(pixels(40));
        assertThat(admission.running()).isEqualTo(2);
        assertThat(refused(() -> admission.admit(pixels(1))).reason()).isEqualTo(Reason.BUSY);
    }

    private static Demand pixels(long count) {
        return new Demand(count, 0);
    }

    private static Admission ofMemory(long bytes) {
        return new Admission(new AdmissionSettings(1000, DataSize.ofBytes(bytes), 0), LONG);
    }

    @Test
    void picturesAreLetInWhileTheirMemoryFitsTogether() {
        Admission admission = ofMemory(100);
        admission.admit(new Demand(1, 60));
        admission.admit(new Demand(1, 40));
        assertThat(refused(() -> admission.admit(new Demand(1, 1))).reason()).isEqualTo(Reason.BUSY);
    }

    @Test
    void whatNeedsMoreMemoryThanThereIsForAllIsRefusedEvenAlone() {
        RefusedRequest tooLarge = refused(() -> ofMemory(64 << 20).admit(new Demand(1, 65 << 20)));

        assertThat(tooLarge.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(tooLarge)
                .hasMessage("the work on this picture needs up to 66 MiB of memory, 64 MiB are set aside for"
                        + " all pictures (unveil.admission.memory, half of the heap where it is not set)");
    }

    @Test
    void workThatShowsToNeedMoreGetsItWhereItFits() {
        Admission admission = ofMemory(100);
        Admission.Ticket ticket = admission.admit(new Demand(1, 50));
        Admission.Ticket other = admission.admit(new Demand(1, 30));
        ticket.deadline().reserve(20);
        assertThat(refused(() -> ticket.deadline().reserve(1)).reason()).isEqualTo(Reason.BUSY);
        assertThat(refused(() -> ticket.deadline().reserve(60)).reason()).isEqualTo(Reason.TOO_LARGE);
        other.close();
        ticket.deadline().reserve(30);
        ticket.close();
        admission.admit(new Demand(1, 100));
    }

    @Test
    void anAnswerThatIsNotReadYetHoldsItsOwnMemoryOnly() {
        Admission admission = ofMemory(100);
        Admission.Ticket ticket = admission.admit(new Demand(1000, 100));
        ticket.keepOnly(30);
        assertThat(admission.running()).isZero();
        admission.admit(new Demand(1000, 70)).close();
        assertThat(refused(() -> admission.admit(new Demand(1, 71))).reason()).isEqualTo(Reason.BUSY);
        ticket.close();
        admission.admit(new Demand(1, 71));
    }

    @Test
    void whoeverWouldWaitForMostOfHisTimeIsAskedToComeAgain() {
        Admission admission = admission(3_000_000, 10, Duration.ofSeconds(4));
        admission.admit(pixels(3_000_000));
        RefusedRequest busy = refused(() -> admission.admit(pixels(1_000_000)));
        assertThat(busy.reason()).isEqualTo(Reason.BUSY);
        assertThat(busy)
                .hasMessage("1 requests are running and 0 waiting, which would take about 4 s of the 4 s that a request"
                        + " has (unveil.limits.timeout)");
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void whoeverHangsUpIsNotWaitedFor() {
        Admission admission = admission(100, 10, LONG);
        admission.admit(pixels(100));
        assertThat(refused(() -> admission.admit(pixels(1), () -> true)).reason())
                .isEqualTo(Reason.GONE);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void aPictureLargerThanAllTheRoomGoesAlone() {
        Admission admission = admission(100, 0, LONG);
        Admission.Ticket large = admission.admit(pixels(1000));
        assertThat(refused(() -> admission.admit(pixels(1))).reason()).isEqualTo(Reason.BUSY);
        large.close();
        admission.admit(pixels(1));
        assertThat(refused(() -> admission.admit(pixels(1000))).reason()).isEqualTo(Reason.BUSY);
    }

    @Test
    void closingATicketTwiceMakesRoomOnce() {
        Admission admission = admission(100, 0, LONG);
        admission.admit(pixels(60));
        Admission.Ticket second = admission.admit(pixels(40));
        second.close();
        second.close();
        assertThat(admission.running()).isEqualTo(1);
        assertThat(refused(() -> admission.admit(pixels(41))).reason()).isEqualTo(Reason.BUSY);
    }

    @Test
    void thoseWhoWaitEnterInTheOrderOfTheirComingEvenWhenALaterOneWouldFit() {
        Admission admission = admission(100, 10, LONG);
        Admission.Ticket first = admission.admit(pixels(50));
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> large = CompletableFuture.runAsync(
                () -> {
                    try (Admission.Ticket ticket = admission.admit(pixels(100))) {
                        order.add("large");
                        assertThat(ticket.waited()).isPositive();
                    }
                },
                THREADS);
        untilWaiting(admission, 1);
        CompletableFuture<Void> small = CompletableFuture.runAsync(
                () -> {
                    try (Admission.Ticket ticket = admission.admit(pixels(1))) {
                        order.add("small");
                    }
                },
                THREADS);
        untilWaiting(admission, 2);
        first.close();
        CompletableFuture.allOf(large, small).join();
        assertThat(order).containsExactly("large", "small");
        assertThat(admission.running() + admission.waiting()).isZero();
    }

    @Test
    void aFullQueueSaysHowLongToStayAway() {
        Admission admission = admission(3_000_000, 0, LONG);
        admission.admit(pixels(3_000_000));
        RefusedRequest busy = refused(() -> admission.admit(pixels(1)));
        assertThat(busy).hasMessage("1 requests are running and 0 waiting, no more may wait (unveil.admission.queue)");
        // nothing was served yet: a megapixel a second is assumed
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void aRequestThatWaitsLongerThanTheLimitIsRefusedAndLeavesTheQueue() {
        Admission admission = admission(100, 10, Duration.ofNanos(1));
        admission.admit(pixels(100));
        RefusedRequest late = refused(() -> admission.admit(pixels(1)));
        assertThat(late.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(late)
                .hasMessage(
                        "the request ran past its limit of 0 ms (unveil.limits.timeout); a smaller picture takes less, and so does quality=fast of denoise");
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void aDrainingServiceLetsNobodyInButServesThoseWhoWait() throws InterruptedException {
        Admission admission = admission(100, 10, LONG);
        Admission.Ticket inside = admission.admit(pixels(100));
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> admission.admit(pixels(100)).close(), THREADS);
        untilWaiting(admission, 1);
        admission.drain();
        RefusedRequest draining = refused(() -> admission.admit(pixels(1)));
        assertThat(draining.reason()).isEqualTo(Reason.DRAINING);
        assertThat(draining.retryAfter()).isPresent();
        assertThat(admission.awaitEmpty(Duration.ofNanos(1))).isFalse();
        inside.close();
        assertThat(admission.awaitEmpty(LONG)).isTrue();
        waiting.join();
    }

    @Test
    void aServiceThatIsStartedAgainLetsPeopleInAgain() {
        Admission admission = admission(100, 10, LONG);
        admission.drain();
        admission.open();

        assertThatCode(() -> admission.admit(pixels(1)).close()).doesNotThrowAnyException();
    }

    @Test
    void theRecentRateCountsPixelsOverTimeInWhichSomebodyWorked() {
        Throughput throughput = new Throughput();
        long second = 1_000_000_000L;
        throughput.served(4_000_000, 0, 2 * second);
        throughput.served(2_000_000, second, 3 * second); // one second of it beside the first
        throughput.served(2_000_000, 100 * second, 101 * second); // idle before
        // 8 million pixels in 4 busy seconds
        assertThat(throughput.timeFor(9_000_000)).isEqualTo(Duration.ofSeconds(5));
        assertThat(throughput.timeFor(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(throughput.timeFor(Long.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aFewTinyPicturesStandForNoRate() {
        Throughput throughput = new Throughput();
        long second = 1_000_000_000L;
        throughput.served(48 * 48, 0, second / 2); // the first one, while the service warms up
        for (int i = 1; i < 5; i++) {
            throughput.served(48 * 48, i * second, i * second + second / 50);
        }
        assertThat(throughput.timeFor(3_000_000)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void oldPicturesAreForgottenByTheRate() {
        Throughput throughput = new Throughput();
        long second = 1_000_000_000L;
        throughput.served(1, 0, 1000 * second);
        for (int i = 0; i < 16; i++) {
            throughput.served(1_000_000, (1000 + i) * second, (1001 + i) * second);
        }
        assertThat(throughput.timeFor(2_000_000)).isEqualTo(Duration.ofSeconds(2));
    }
}
