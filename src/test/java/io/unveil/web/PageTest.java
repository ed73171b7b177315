package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page in a real browser, against the running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest extends RunningService {
    /** Share of the pixels that differ before and after. */
    private static final String DIFFERENT = """
            (() => { const [a, b] = [...document.querySelectorAll('before-after .plane canvas')]
              .map((one) => one.getContext('2d').getImageData(0, 0, one.width, one.height).data);
              let off = 0; for (let i = 0; i < a.length; i += 4) if (a[i] !== b[i]) off += 1; return off / (a.length / 4); })()""";

    private static final String MARKED = """
            (() => { const one = document.querySelector('mask-editor .marks canvas'); const { data } = one.getContext('2d').getImageData(0, 0, one.width, one.height);
              let on = 0; for (let i = 3; i < data.length; i += 4) if (data[i] > 127) on += 1; return on; })()""";

    private Browser browser;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void onALaptop() {
        browser.size(1366, 860);
        browser.dark(false);
        browser.console();
        browser.requests();
    }

    @AfterEach
    void nobodyElseIsAskedAndNothingIsComplainedOf() {
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith("http://localhost:" + port + "/")
                        || address.startsWith("blob:")
                        || address.startsWith("data:")
                        || address.equals("about:blank"));
    }

    private void open(String task) {
        browser.go("http://localhost:%d/#%s".formatted(port, task));
    }

    private void quiet() {
        assertThat(browser.console()).isEmpty();
    }

    /** Even gray with a little noise, and a bright spot where it is asked for. */
    private static byte[] surface(boolean spot) {
        float[] values = new float[64 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5f + 0.004f * (i * 7 % 11 - 5);
        }
        for (int y = 20; spot && y < 28; y++) {
            Arrays.fill(values, y * 64 + 36, y * 64 + 46, 0.95f);
        }
        return Drawn.file(Picture.of(new Pixels(64, 64, 1, values), BitDepth.EIGHT, Format.PNG));
    }

    @Test
    void aDroppedPictureIsCleanedAndTheSliderMovesByKeys() {
        open("clean");
        browser.find(".dropzone");
        browser.screenshot("start");

        browser.drop("slope.png", Drawn.noisyPng());

        browser.reads(".said", "on the scale from 0 to 255");
        browser.reads(".said", "with denoise-gray");
        assertThat(browser.number(DIFFERENT)).isGreaterThan(0.5);
        var line = browser.find(".split");
        line.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(line.getAttribute("aria-valuenow")).isEqualTo("54");
        line.sendKeys(Keys.HOME);
        assertThat(line.getAttribute("aria-valuenow")).isEqualTo("0");
        browser.screenshot("clean");
        quiet();
    }

    @Test
    void strengthNeedsNoSecondRun() {
        open("clean");
        browser.drop("slope.png", Drawn.noisyPng());
        browser.reads(".said", "with denoise-gray");
        browser.requests();

        browser.find(".panel input[type=range]").sendKeys(Keys.HOME);

        assertThat(browser.number(DIFFERENT)).isZero();
        assertThat(browser.requests()).isEmpty();
    }

    @Test
    void aPictureComesFromTheFileDialogueAndFromTheExamples() throws IOException {
        Path file = Path.of("target", "page", "chosen.png");
        Files.createDirectories(file.getParent());
        Files.write(file, Drawn.noisyPng());
        open("clean");
        browser.button("Choose pictures").click();
        browser.choose(file);
        browser.reads(".strip", "chosen.png");

        open("clean");
        browser.find("[data-example='noisy-budgie.png']").click();
        browser.reads(".said", "with denoise-color");
        quiet();
    }

    @Test
    void whatTheBrowserCannotShowIsShownByThePreviewThatTheServiceMakes() {
        open("clean");

        browser.drop("slope.tif", Drawn.file(Drawn.slope(48, 1, 20, BitDepth.SIXTEEN, Format.TIFF)));

        browser.reads(".said", "with denoise-gray");
        assertThat(browser.number(DIFFERENT)).isGreaterThan(0.5);
        quiet();
    }

    @Test
    void whatIsPaintedCanBeErasedUndoneAndDoneAgainAndIsFilled() {
        open("fill");
        browser.drop("slope.png", Drawn.file(Drawn.slope(96, 3, 0, BitDepth.EIGHT, Format.PNG)));
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
        browser.named(".panel button", "Fill").click();

        browser.reads(".said", "outside the mask are exactly as they were");
        browser.screenshot("fill");
        browser.button("Go on from here").click();
        browser.reads(".panel", "Nothing is marked yet");
        quiet();
    }

    @Test
    void aMaskIsDrawnByKeysAndByEveryShape() {
        open("fill");
        browser.drop("slope.png", Drawn.file(Drawn.slope(96, 3, 0, BitDepth.EIGHT, Format.PNG)));
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
    void theThresholdMovesVerdictAndPlacesWithoutAnotherRequest() {
        open("inspect");
        browser.drop("spot.png", surface(true));
        browser.reads(".verdict", "Looks anomalous");
        browser.until(() -> browser.sees(".boxes li"), "a place");
        browser.screenshot("inspect");
        browser.requests();

        var threshold = browser.find(".panel .stack input[type=range]");
        threshold.sendKeys(Keys.END);
        String strict = browser.text(".boxes");
        threshold.sendKeys(Keys.HOME);

        browser.reads(".verdict", "Looks anomalous");
        assertThat(browser.text(".boxes")).isNotEqualTo(strict);
        assertThat(browser.requests()).isEmpty();
        quiet();
    }

    @Test
    void severalPicturesBecomeATableThatIsSorted() {
        open("inspect");
        browser.drop("a.png", surface(false));
        browser.reads(".verdict", "Looks");
        browser.drop("b.png", surface(true));
        browser.button("Inspect all").click();

        browser.reads("inspect-table h3", "of 2 pictures look anomalous");
        assertThat(browser.text("inspect-table tbody tr:first-child")).contains("b.png");
        browser.named("inspect-table th button", "Score ↓").click();
        assertThat(browser.text("inspect-table tbody tr:first-child")).contains("a.png");
        browser.screenshot("inspect-table");
        quiet();
    }

    @Test
    void layersMapsAndCodeAreShownAndSlidersChangeThePicture() {
        open("inside");
        browser.drop("slope.png", Drawn.noisyPng());
        browser.until(() -> browser.sees("layer-maps .map, layer-maps .scalar"), "maps");
        browser.script(
                "const pick = document.querySelector('.picker select'); pick.value = 'quadrants'; pick.dispatchEvent(new Event('change'));");
        browser.until(
                () -> browser.number(
                                "Number((document.querySelector('img.decoded')?.naturalWidth ?? 0) > 0 && document.querySelector('.layers').innerText.includes('dense'))")
                        == 1,
                "the picture of the code");
        String before = browser.script("return document.querySelector('img.decoded').src")
                .toString();

        browser.find("code-sliders input[type=range]").sendKeys(Keys.END);

        browser.until(
                () -> !browser.script("return document.querySelector('img.decoded').src")
                        .equals(before),
                "another picture");
        browser.screenshot("inside");
        quiet();
    }

    @Test
    void theCalculatorWorksTheCoursesExamples() {
        open("inside");
        var presets = browser.find("#calc-preset");

        presets.sendKeys("GausNet");

        browser.reads(".answer", "91 × 91 becomes 45 × 45");
        assertThat(browser.text(".answer")).contains("⌊(91 + 2·0 − 2) / 2⌋ + 1 = 45");
        quiet();
    }

    @Test
    void aProblemIsShownWithWhatIsAllowed() {
        open("clean");

        browser.drop("notes.png", "no picture at all".getBytes(UTF_8));

        browser.reads(".problem", "notes.png: The bytes are not a picture of a supported format");
        browser.reads(".problem", "What this means");
    }

    @Test
    void theFirstViewIsLight() {
        open("clean");
        browser.find(".example img");

        double bytes = browser.number(
                "performance.getEntries().filter(one => one.encodedBodySize).reduce((sum, one) => sum + one.encodedBodySize, 0)");

        assertThat(bytes).isBetween(10_000.0, 100_000.0);
        quiet();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"clean", "fill", "inspect", "inside"})
    void everyTaskFitsATelephoneAndLocksNobodyOut(String task) {
        browser.size(360, 780);
        open(task);
        browser.find("h1");
        fits(task);
        browser.drop(
                "spot.png",
                task.equals("fill") ? Drawn.file(Drawn.slope(96, 3, 0, BitDepth.EIGHT, Format.PNG)) : surface(true));
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
        fits(task);
        quiet();
    }

    private void fits(String task) {
        assertThat(browser.number("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels by which %s is too wide", task)
                .isNotPositive();
    }
}
