package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Swagger UI in a real browser, as somebody who tries the service with a picture sees it. */
class SwaggerPageTest extends RunningService {
    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        browser.size(1280, 1600);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Opens a route; the models have been asked for by then. */
    private WebElement opened(String tag, String operation) {
        browser.go("http://localhost:" + port + "/swagger-ui/index.html");
        String block = "#operations-" + tag + "-" + operation;
        browser.until(
                () -> browser.requests().stream().anyMatch(address -> address.endsWith("/v1/models")), "the models");
        browser.find(block + " .opblock-summary-control").click();
        return browser.find(block + ".is-open");
    }

    @SuppressWarnings("unchecked")
    private static List<String> choices(String parameter) {
        browser.find("tr[data-param-name=\"" + parameter + "\"] select");
        return (List<String>) browser.script("return [...document.querySelectorAll('tr[data-param-name=\"" + parameter
                + "\"] option')].map(one => one.value).filter(one => one)");
    }

    @Test
    void modelsAreChosenFromThoseThatThereAre() {
        opened("Pictures", "denoise");
        assertThat(choices("model")).containsExactly("denoise-color", "denoise-gray", "denoise-photo");

        opened("Models", "getLayers");
        assertThat(choices("name"))
                .contains("denoise-gray", "quadrants", "spots")
                .doesNotContain("broken");
    }

    @Test
    void aRouteThatIsOpenedIsShort() {
        WebElement route = opened("Pictures", "denoise");

        assertThat(browser.text(".opblock.is-open .responses-wrapper")).contains("Bad Request", "Too Many Requests");
        assertThat(browser.sees(".opblock.is-open .responses-wrapper tr.response button"))
                .isTrue();
        assertThat(route.getSize().height).isLessThan(2900);
        browser.screenshot("swagger-route");

        browser.button("Bad Request").click();
        browser.reads(".opblock.is-open .responses-wrapper", "/problems/");
    }

    @Test
    void aJpegComesBackAsAJpegThatCanBeDownloaded() throws IOException {
        byte[] jpeg = Drawn.file(Drawn.slope(48, 3, 20, BitDepth.EIGHT, Format.JPEG));
        Path file = Files.write(folder.resolve("noisy.jpg"), jpeg);
        opened("Pictures", "denoise");
        browser.find(".try-out__btn").click();
        browser.find(".opblock.is-open input[type=file]")
                .sendKeys(file.toAbsolutePath().toString());
        browser.find(".opblock.is-open .execute").click();
        WebElement download = browser.find(".opblock.is-open a[download]");
        browser.screenshot("swagger-result");

        assertThat(download.getText()).isEqualTo("Download denoise.jpg");
        assertThat(browser.sees(".opblock.is-open .response-col_description img"))
                .isTrue();
        String base64 = browser.asyncScript(
                        "const done = arguments[1]; fetch(arguments[0].href).then(a => a.arrayBuffer())"
                                + ".then(b => done(btoa(String.fromCharCode(...new Uint8Array(b)))))",
                        download)
                .toString();
        assertThat(Codec.header(Base64.getDecoder().decode(base64)).format()).isEqualTo(Format.JPEG);
    }

    @Test
    void aCodeCanBeDownloaded() throws IOException {
        Path file = Files.write(folder.resolve("noisy.png"), Drawn.noisyPng());
        opened("Autoencoders", "encode");
        browser.find(".try-out__btn").click();
        browser.script("""
                const choice = document.querySelector('.opblock.is-open tr[data-param-name="model"] select');
                const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set;
                set.call(choice, 'quadrants');
                choice.dispatchEvent(new Event('change', { bubbles: true }));""");
        browser.find(".opblock.is-open input[type=file]")
                .sendKeys(file.toAbsolutePath().toString());
        browser.find(".opblock.is-open .execute").click();

        assertThat(browser.find(".opblock.is-open a[download]").getText()).isEqualTo("Download encode.npy");
    }
}
