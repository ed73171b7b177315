package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all tasks of the page. */
class PageTest extends PageSession {
    @Test
    void aProblemIsShownWithWhatIsAllowed() {
        open("clean");

        browser.drop("notes.png", "no picture at all".getBytes(UTF_8));

        browser.reads(".problem", "notes.png: The bytes are not a picture of a supported format");
        browser.reads(".problem", "What this means");
    }

    @Test
    void theFirstViewIsLightAndStaysWhereItIs() {
        open("clean");
        browser.find(".example img");

        double bytes = browser.number(
                "performance.getEntries().filter(one => one.encodedBodySize).reduce((sum, one) => sum + one.encodedBodySize, 0)");
        double shifted = ((Number) browser.asyncScript("""
                        const done = arguments[0];
                        let sum = 0;
                        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { sum += value; }))
                          .observe({ type: 'layout-shift', buffered: true });
                        requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));""")).doubleValue();

        assertThat(bytes).isBetween(10_000.0, 100_000.0);
        assertThat(shifted).as("layout shift (Chromium's measure, 0.1 is good)").isLessThan(0.02);
        quiet();
    }

    @Test
    void wordsFitTheHandAndTheMouse() {
        open("clean");
        assertThat(browser.text(".dropzone")).contains("drop them here");

        browser.touched(true);

        assertThat(browser.text(".dropzone"))
                .contains("from your photos")
                .doesNotContain("drop")
                .doesNotContain("paste");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"clean", "fill", "inspect", "inside"})
    void everyTaskFitsATelephoneAndLocksNobodyOut(String task) {
        browser.size(360, 780);
        open(task);
        fits(task);
        browser.drop("spot.png", task.equals("fill") ? slope() : spot());
        browser.find(
                switch (task) {
                    case "clean" -> ".said";
                    case "fill" -> "mask-editor .frame";
                    case "inspect" -> ".verdict";
                    default -> "layer-maps .map";
                });
        fits(task);
        browser.screenshot(task + "-narrow");
        assertThat(browser.accessibility()).as("axe on %s", task).isEmpty();
        browser.dark(true);
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(19, 20, 23)");
        assertThat(browser.accessibility()).as("axe on %s in the dark", task).isEmpty();
        browser.size(1366, 860);
        browser.screenshot(task + "-dark");
        browser.size(2560, 1300);
        browser.screenshot(task + "-wide");
        fits(task);
        quiet();
    }
}
