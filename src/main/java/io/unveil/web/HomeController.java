package io.unveil.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** GET /: redirects to the page where the service can be tried. */
@Hidden
@Controller
class HomeController {
    @GetMapping("/")
    String home() {
        return "redirect:/swagger-ui.html";
    }
}
