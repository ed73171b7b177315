package io.unveil.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Answers a recorded request by the method of its route itself, so that a job's answer is the route's. Failures become
 * the route's problem documents.
 */
@Component
class Replay {
    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final ObjectProvider<Problems> problems;
    private final ExceptionHandlerMethodResolver handlers = new ExceptionHandlerMethodResolver(Problems.class);

    /** Asked for when the first job runs: the routes themselves lead here. */
    Replay(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes,
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            ObjectProvider<Problems> problems) {
        this.routes = routes;
        this.adapter = adapter;
        this.problems = problems;
    }

    /** An answer, or what is thrown on the way to it. */
    record Answered(ResponseEntity<?> answer, Optional<Exception> failure) {}

    Answered answer(HttpServletRequest request, String route, PictureRun run) {
        ServletRequestAttributes attributes = new ServletRequestAttributes(request);
        run.in(attributes);
        RequestContextHolder.setRequestAttributes(attributes);
        try {
            return new Answered(invoke(handler(route), request), Optional.empty());
        } catch (Exception e) {
            return new Answered(problem(e, request), Optional.of(e));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private ResponseEntity<?> problem(Exception failure, HttpServletRequest request) {
        Method method = Optional.ofNullable(handlers.resolveMethodByThrowable(failure))
                .orElseThrow(() -> new IllegalStateException("every failure has a problem", failure));
        try {
            return invoke(new HandlerMethod(problems.getObject(), method), request, failure);
        } catch (Exception e) {
            throw new IllegalStateException("the problem of a failure failed", e);
        }
    }

    private HandlerMethod handler(String route) {
        return routes.getObject().getHandlerMethods().entrySet().stream()
                .filter(one -> one.getKey().getPatternValues().contains(route))
                .filter(one -> one.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("POST")))
                .map(one -> one.getValue().createWithResolvedBean())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no route POST " + route + " any more"));
    }

    private ResponseEntity<?> invoke(HandlerMethod method, HttpServletRequest request, Object... provided)
            throws Exception {
        List<HandlerMethodArgumentResolver> resolvers =
                Optional.ofNullable(adapter.getObject().getArgumentResolvers()).orElse(List.of());
        InvocableHandlerMethod invocable = new InvocableHandlerMethod(method);
        invocable.setHandlerMethodArgumentResolvers(
                new HandlerMethodArgumentResolverComposite().addResolvers(resolvers));
        Object answer =
                invocable.invokeForRequest(new ServletWebRequest(request), new ModelAndViewContainer(), provided);
        return (ResponseEntity<?>)
                Optional.ofNullable(answer).orElseThrow(() -> new IllegalStateException(method + " answered nothing"));
    }
}
