package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.inference.RefusedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Bodies that come together share the memory set aside for them. */
class BodyLimitTest {
    private final List<Exception> refused = new ArrayList<>();
    private final HandlerExceptionResolver problems = (request, response, handler, problem) -> {
        refused.add(problem);
        return new ModelAndView();
    };

    private static MockHttpServletRequest body(int kibibytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/denoise");
        request.setContent(new byte[kibibytes * 1024]);
        return request;
    }

    private static void send(BodyLimit filter, MockHttpServletRequest request, FilterChain chain)
            throws IOException, ServletException {
        filter.doFilter(request, new MockHttpServletResponse(), chain);
    }

    @Test
    void aBodyThatDoesNotFitBesideThoseInProgressIsAskedToComeAgain() throws IOException, ServletException {
        BodyLimit filter = new BodyLimit(DataSize.ofKilobytes(10), DataSize.ofKilobytes(15), () -> {}, problems);
        List<String> served = new ArrayList<>();

        send(filter, body(9), (request, response) -> {
            served.add("first");
            send(filter, body(7), (other, answer) -> served.add("beside it"));
            send(filter, body(6), (other, answer) -> served.add("small one beside it"));
        });
        send(filter, body(7), (request, response) -> served.add("after it"));

        assertThat(served).containsExactly("first", "small one beside it", "after it");
        assertThat(refused).singleElement().isInstanceOfSatisfying(RefusedRequest.class, busy -> {
            assertThat(busy.reason()).isEqualTo(RefusedRequest.Reason.BUSY);
            assertThat(busy.retryAfter()).isPresent();
        });
    }

    @Test
    void aChunkedBodyIsReckonedAtTheLimit() throws IOException, ServletException {
        BodyLimit filter = new BodyLimit(DataSize.ofKilobytes(10), DataSize.ofKilobytes(15), () -> {}, problems);
        MockHttpServletRequest chunked = body(1);
        chunked.addHeader("Transfer-Encoding", "chunked");

        send(filter, body(6), (request, response) -> send(filter, chunked, (other, answer) -> {}));

        assertThat(refused).singleElement().isInstanceOf(RefusedRequest.class);
    }

    @Test
    void oneBodyOfTheLargestSizeAlwaysFits() throws IOException, ServletException {
        BodyLimit filter = new BodyLimit(DataSize.ofKilobytes(10), DataSize.ofKilobytes(1), () -> {}, problems);
        List<String> served = new ArrayList<>();

        send(filter, body(10), (request, response) -> served.add("largest"));

        assertThat(served).containsExactly("largest");
    }

    @Test
    void aBodyWhoseRequestFailsGivesItsRoomBack() throws IOException, ServletException {
        BodyLimit filter = new BodyLimit(DataSize.ofKilobytes(10), DataSize.ofKilobytes(10), () -> {}, problems);
        List<String> served = new ArrayList<>();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> send(filter, body(10), (request, response) -> {
                    throw new IOException("the caller hung up");
                }))
                .hasMessage("the caller hung up");
        send(filter, body(10), (request, response) -> served.add("next"));

        assertThat(served).containsExactly("next");
    }
}
