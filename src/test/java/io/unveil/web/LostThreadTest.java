package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostThreadTest {
    private final List<Integer> codes = new ArrayList<>();
    private final LostThread lost = new LostThread(codes::add);

    private void die(String name) throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    throw new OutOfMemoryError("planted");
                },
                name);
        thread.setUncaughtExceptionHandler(lost);
        thread.start();
        thread.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-nio-8080-Poller", "http-nio-8080-Acceptor"})
    void withoutAThreadThatTakesRequestsInTheProcessEnds(String name) throws InterruptedException {
        die(name);

        assertThat(codes).containsExactly(LostThread.EXIT);
    }

    @Test
    void aThreadThatItsPoolReplacesEndsNothing() throws InterruptedException {
        die("http-nio-8080-exec-3");

        assertThat(codes).isEmpty();
    }
}
