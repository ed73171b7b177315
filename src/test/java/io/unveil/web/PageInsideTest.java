package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Networks from inside, on the page. */
class PageInsideTest extends PageSession {
    private void pick(String network) {
        browser.find("#network");
        browser.script(
                "const pick = document.querySelector('#network'); pick.value = arguments[0]; pick.dispatchEvent(new Event('change'));",
                network);
    }

    private String decoded() {
        return browser.script("return document.querySelector('img.decoded')?.src ?? ''")
                .toString();
    }

    @Test
    void slidersOfTheCodeChangeThePicture() {
        open("inside");
        browser.drop("slope.png", Drawn.noisyPng());
        browser.until(() -> browser.sees("layer-maps .map, layer-maps .scalar"), "maps");
        pick("quadrants");
        browser.until(
                () -> !decoded().isEmpty() && browser.text(".layers").contains("dense"), "the picture of the code");
        String before = decoded();

        browser.find("code-sliders input[type=range]").sendKeys(Keys.END);

        browser.until(() -> !decoded().equals(before), "another picture");
        browser.screenshot("inside");
        quiet();
    }

    @Test
    void thePlaceUnderThePointerShowsWhatItSees() {
        open("inside");
        browser.drop("slope.png", Drawn.noisyPng());
        var map = browser.find("layer-maps .map");
        assertThat(browser.sees(".seen")).isFalse();

        browser.drag(map, .5, .5, .6, .6);

        assertThat(browser.sees(".seen")).isTrue();
        String there = browser.find(".seen").getAttribute("style");
        map.sendKeys(Keys.ARROW_LEFT);
        assertThat(browser.find(".seen").getAttribute("style")).isNotEqualTo(there);
        assertThat(browser.sees(".kernel")).isTrue();
        quiet();
    }

    @Test
    void theTableOfLayersIsWholeOnATelephone() {
        browser.size(360, 780);
        open("inside");
        browser.find(".layers");

        assertThat(
                        browser.number(
                                "Math.max(...[...document.querySelectorAll('.layers td')].map((one) => one.getBoundingClientRect().right)) - document.querySelector('.layers').parentElement.getBoundingClientRect().right"))
                .as("pixels that are cut off")
                .isNotPositive();
        assertThat(browser.text(".layers")).contains("⌊(");
        assertThat(
                        browser.script(
                                "return getComputedStyle(document.querySelector('.layers tr:last-child td:last-child'), '::before').content"))
                .asString()
                .contains("Sees");
        browser.screenshot("layers-narrow");
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
}
