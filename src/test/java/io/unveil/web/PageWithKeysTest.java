package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.test.context.TestPropertySource;

/** The page of a service that wants a key, behind a path prefix. */
@TestPropertySource(
        properties = {
            "server.servlet.context-path=/pictures",
            // printf secret | sha256sum
            "unveil.security.api-keys[0]=2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"
        })
class PageWithKeysTest extends RunningService {
    @Test
    void thePageAsksForTheKeyAndKeepsItForTheTab() {
        try (Browser browser = Browser.open()) {
            browser.size(1366, 860);
            browser.go("http://localhost:%d/pictures/".formatted(port));
            browser.drop("slope.png", Drawn.noisyPng());
            browser.reads(".dialog", "This service wants an API key");

            browser.find("#api-key").sendKeys("wrong", Keys.ENTER);
            browser.reads(".dialog", "This key is not known");
            browser.find("#api-key").sendKeys("secret", Keys.ENTER);

            browser.reads(".said", "Cleaned by the network for even noise in gray");
            assertThat(browser.script("return Object.keys(localStorage).length + document.cookie.length"))
                    .isEqualTo(0L);
            browser.drop("again.png", Drawn.cleanPng());
            browser.reads(".strip", "again.png");
            assertThat(browser.requests())
                    .allMatch(address -> address.startsWith("http://localhost:" + port + "/pictures/")
                            || address.startsWith("blob:")
                            || address.startsWith("data:")
                            || address.equals("about:blank"));
        }
    }
}
