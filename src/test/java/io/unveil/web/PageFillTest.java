package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Filling on the page. */
class PageFillTest extends PageSession {
    private static final String MARKED = """
            (() => { const one = document.querySelector('mask-editor .marks canvas'); const { data } = one.getContext('2d').getImageData(0, 0, one.width, one.height);
              let on = 0; for (let i = 3; i < data.length; i += 4) if (data[i] > 127) on += 1; return on; })()""";

    private void openSlope() {
        open("fill");
        browser.drop("slope.png", slope());
        browser.find("mask-editor .frame");
    }

    private void fill() {
        browser.drag(browser.find("mask-editor .frame"), .4, .4, .5, .5, .6, .5);
        browser.named(".panel button", "Fill").click();
        browser.reads(".said", "outside the mask are exactly as they were");
    }

    @Test
    void whatIsPaintedCanBeErasedUndoneAndDoneAgain() {
        openSlope();
        var frame = browser.find("mask-editor .frame");
        assertThat(browser.named(".panel button", "Fill").isEnabled()).isFalse();

        browser.drag(frame, .4, .4, .5, .5, .6, .5);
        double painted = browser.number(MARKED);
        assertThat(painted).isPositive();
        browser.find("[aria-label=Eraser]").click();
        browser.drag(frame, .55, .5, .62, .5);
        double erased = browser.number(MARKED);
        assertThat(erased).isPositive().isLessThan(painted);
        browser.find("[aria-label=Undo]").click();
        assertThat(browser.number(MARKED)).isEqualTo(painted);
        browser.find("[aria-label=Redo]").click();
        assertThat(browser.number(MARKED)).isEqualTo(erased);
        browser.screenshot("mask");
        quiet();
    }

    @Test
    void aFillIsShownWholeAndCanBeUndoneOrKept() {
        openSlope();
        fill();

        assertThat(browser.find(".split").getAttribute("aria-valuenow"))
                .as("the line hides nothing of the result")
                .isEqualTo("0");
        isInView(".delivery .primary");
        browser.screenshot("fill");
        browser.button("Undo the fill").click();
        assertThat(browser.number(MARKED)).as("the mask is there still").isPositive();
        browser.named(".panel button", "Fill").click();
        browser.button("Keep it and paint more").click();
        browser.reads(".panel", "Nothing is marked yet");
        quiet();
    }

    @Test
    void whatIsUnchangedCanBeDarkened() {
        openSlope();
        fill();
        String veiled = "document.querySelectorAll('before-after .plane:last-child canvas').length";

        browser.find("fill-task .check input").click();

        String alpha =
                "document.querySelector('before-after .pane:nth-child(2) .plane canvas:nth-child(2)').getContext('2d').getImageData(%d, %d, 1, 1).data[3]";
        assertThat(browser.number(veiled)).isPositive();
        assertThat(browser.number(alpha.formatted(2, 2))).as("outside the mask").isPositive();
        assertThat(browser.number(alpha.formatted(48, 48)))
                .as("where it was filled")
                .isZero();
    }

    @Test
    void aMaskIsDrawnByKeysAndByEveryShape() {
        openSlope();
        var frame = browser.find("mask-editor .frame");

        frame.sendKeys(" ", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, " ");
        double byKeys = browser.number(MARKED);
        assertThat(byKeys).isPositive();
        for (String tool : new String[] {"r", "o", "l"}) {
            double before = browser.number(MARKED);
            frame.sendKeys(tool);
            browser.drag(frame, .3, .2, .4, .3, .7, .35);
            assertThat(browser.number(MARKED)).as(tool).isGreaterThan(before);
            frame.sendKeys(Keys.chord(Keys.CONTROL, "z"));
            assertThat(browser.number(MARKED)).as(tool).isEqualTo(before);
        }
        quiet();
    }

    @Test
    void aMaskIsLoadedAndCleared() throws IOException {
        Path file = Path.of("target", "page", "mask.png");
        Files.createDirectories(file.getParent());
        Files.write(file, frame());
        openSlope();
        browser.named("summary", "The mask").click();

        browser.button("Load…").click();
        browser.choose(file);

        browser.until(() -> browser.number(MARKED) > 0, "marks");
        assertThat(browser.number(MARKED) / (96 * 96)).isBetween(.40, .48); // the rim of 8 in 64
        browser.button("Clear").click();
        assertThat(browser.number(MARKED)).isZero();
        quiet();
    }

    @Test
    void theBrushIsShownOnlyWhereSomebodyPoints() {
        openSlope();
        var frame = browser.find("mask-editor .frame");
        assertThat(browser.sees(".brush-ring")).as("before the first touch").isFalse();

        frame.sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.sees(".brush-ring")).isTrue();
    }

    @Test
    void methodsAreComparedSideBySide() {
        openSlope();
        fill();
        browser.named("summary", "Compare methods").click();

        browser.button("Run all").click();

        browser.until(() -> browser.number("document.querySelectorAll('.other').length") == 6, "six results");
        browser.named(".other", "Telea, 2004").click();
        browser.reads(".said", "Filled by the method of Telea");
        quiet();
    }
}
