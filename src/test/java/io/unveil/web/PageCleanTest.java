package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Cleaning on the page. */
class PageCleanTest extends PageSession {
    private static final String BY_NETWORK = "Cleaned by the network for even noise in gray";

    private void clean(String name, byte[] picture) {
        browser.drop(name, picture);
        browser.reads(".said", BY_NETWORK);
    }

    @Test
    void aDroppedPictureIsCleanedAndTheSliderMovesByKeys() {
        open("clean");
        browser.screenshot("start");

        clean("slope.png", Drawn.noisyPng());

        browser.reads(".said", "Found even noise");
        browser.reads(".said", "of 255 levels");
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
    void upToAllOfTheNoiseStrengthNeedsNoSecondRun() {
        open("clean");
        clean("slope.png", Drawn.noisyPng());
        browser.requests();

        browser.find(".panel input[type=range]").sendKeys(Keys.HOME);

        assertThat(browser.number(DIFFERENT)).isZero();
        assertThat(browser.requests()).isEmpty();
    }

    @Test
    void beyondItThePictureIsCleanedOnceMore() {
        open("clean");
        clean("slope.png", Drawn.noisyPng());
        browser.requests();

        browser.find(".panel input[type=range]").sendKeys(Keys.END);

        List<String> asked = new ArrayList<>();
        browser.until(
                () -> asked.addAll(browser.requests()) && asked.toString().contains("strength=2"),
                "a request for more");
        browser.until(() -> !browser.sees("work-note[busy]"), "the answer");
        assertThat(browser.number(DIFFERENT)).isGreaterThan(0.5);
        quiet();
    }

    @Test
    void zoomIsOneToOneAtAKey() {
        open("clean");
        clean("slope.png", Drawn.noisyPng());

        browser.find("body").sendKeys("1");

        assertThat(browser.text(".zoom")).isEqualTo("100 %");
        browser.find("body").sendKeys("0");
        assertThat(browser.text(".zoom")).isNotEqualTo("100 %");
    }

    @Test
    void theDownloadIsInTheFormatThatCameAndInSightAtOnce() {
        open("clean");
        clean("slope.tif", Drawn.file(Drawn.slope(48, 1, 20, BitDepth.SIXTEEN, Format.TIFF)));
        isInView(".delivery .primary");
        browser.keepsDownloads();

        browser.button("Download").click();

        assertThat(Format.of(browser.handedOut())).contains(Format.TIFF);
        browser.size(360, 780);
        isInView(".delivery .primary");
        fits("clean");
        quiet();
    }

    @Test
    void severalPicturesAreCleanedIntoOneZip() throws IOException {
        open("clean");
        clean("a.png", Drawn.noisyPng());
        browser.drop("b.png", Drawn.noisyPng());
        browser.reads(".strip", "b.png");
        browser.keepsDownloads();

        browser.button("Clean all, as ZIP").click();

        assertThat(names(browser.handedOut())).containsExactly("a-clean.png", "b-clean.png");
        quiet();
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                assertThat(Format.of(entries.readAllBytes())).contains(Format.PNG);
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void theCleanedPictureIsCarriedToTheNextTask() {
        open("clean");
        clean("slope.png", Drawn.noisyPng());

        browser.button("Go on with the cleaned picture").click();

        browser.reads(".strip .selected", "slope-clean.png");
        browser.find("mask-editor .frame");
        browser.named(".tasks a", "Clean").click();
        browser.reads(".said", "This picture is cleaned");
        quiet();
    }

    @Test
    void anotherTaskOffersTheCleanedPicture() {
        open("clean");
        clean("slope.png", Drawn.noisyPng());
        browser.named(".tasks a", "Fill").click();

        browser.named("carry-note button", "Go on with the cleaned picture").click();

        browser.reads(".strip .selected", "slope-clean.png");
        assertThat(browser.sees("carry-note")).isFalse();
        quiet();
    }

    @Test
    void aPictureComesFromTheFileDialogueTheClipboardAndTheExamples() throws IOException {
        Path file = Path.of("target", "page", "chosen.png");
        Files.createDirectories(file.getParent());
        Files.write(file, Drawn.noisyPng());
        open("clean");
        browser.button("Choose pictures").click();
        browser.choose(file);
        browser.reads(".strip", "chosen.png");
        browser.paste("copied.png", Drawn.cleanPng());
        browser.reads(".strip", "copied.png");

        open("clean");
        browser.find("[data-example='noisy-budgie.png']").click();
        browser.reads(".said", "Cleaned by the network for even noise");
        quiet();
    }

    @Test
    void whatTheBrowserCannotShowIsShownByThePreviewThatTheServiceMakes() {
        open("clean");

        clean("slope.tif", Drawn.file(Drawn.slope(48, 1, 20, BitDepth.SIXTEEN, Format.TIFF)));

        assertThat(browser.number(DIFFERENT)).isGreaterThan(0.5);
        quiet();
    }

    @Test
    void workCanBeCancelledAndTriedAgain() {
        open("clean");
        browser.script("""
                new MutationObserver((changes, observer) => {
                  const cancel = document.querySelector('.working button');
                  if (!cancel) return;
                  observer.disconnect();
                  cancel.click();
                }).observe(document.querySelector('main'), { childList: true, subtree: true });""");

        browser.drop("slope.png", Drawn.noisyPng());

        browser.reads(".working", "Stopped");
        browser.button("Try again").click();
        browser.reads(".said", BY_NETWORK);
        quiet();
    }
}
