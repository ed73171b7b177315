package io.unveil.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** One page for each problem, at the address of its type. */
@Hidden
@RestController
class ProblemPages {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            <style>body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
            code { background: #8882; padding: .1em .3em } @media (prefers-color-scheme: dark) {
            body { background: #181818; color: #ddd } a { color: #8bf } }</style>
            </head>
            <body>
            <h1>%2$s</h1>
            <p>Status <code>%1$d</code>, type <code>/problems/%3$s</code></p>
            <p>%4$s</p>
            <p>%5$s</p>
            <p>Example of an answer: <q>%6$s</q></p>
            <p><a href="/swagger-ui.html">The routes and their parameters</a></p>
            </body>
            </html>
            """;

    @GetMapping(path = "/problems/{slug}", produces = "text/html;charset=UTF-8")
    String page(@PathVariable String slug) {
        Problem problem = Problem.ofSlug(slug)
                .orElseThrow(
                        () -> new ProblemException(Problem.NOT_FOUND, "no problem is called '%s'".formatted(slug)));
        return PAGE.formatted(
                problem.status().value(),
                HtmlUtils.htmlEscape(problem.title()),
                problem.slug(),
                HtmlUtils.htmlEscape(problem.meaning()),
                HtmlUtils.htmlEscape(problem.cure()),
                HtmlUtils.htmlEscape(problem.example()));
    }
}
