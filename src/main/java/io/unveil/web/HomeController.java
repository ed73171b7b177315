package io.unveil.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** GET /: the page. Not by Spring's own forward to index.html, behind which the security headers are lost. */
@Hidden
@RestController
class HomeController {
    private static final Resource PAGE = new ClassPathResource("static/index.html");

    @GetMapping({"/", "/index.html"})
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(PAGE);
    }
}
