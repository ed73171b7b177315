package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Inspecting on the page. */
class PageInspectTest extends PageSession {
    private void inspect(String name, byte[] picture, String verdict) {
        browser.drop(name, picture);
        browser.reads(".strip .selected", name);
        browser.reads(".verdict h2", verdict);
    }

    private WebElement threshold() {
        return browser.find(".panel .stack input[type=range]");
    }

    @Test
    void theThresholdMovesVerdictAndPlacesWithoutAnotherRequest() {
        open("inspect");
        inspect("odd.png", surface(48), "Looks anomalous");
        browser.until(() -> browser.sees(".boxes li"), "a place");
        assertThat(browser.text(".boxes")).contains("4 × 2 px, 1 in 135");
        browser.screenshot("inspect");
        browser.requests();

        threshold().sendKeys(Keys.END);

        browser.reads(".verdict h2", "Odd, but below your threshold");
        assertThat(browser.sees(".boxes li")).isFalse();
        assertThat(browser.requests()).isEmpty();
        quiet();
    }

    @Test
    void aLowThresholdMarksMoreAndMakesNoOtherProductOfIt() {
        open("inspect");
        inspect("even.png", surface(12), "Looks normal");

        threshold().sendKeys(Keys.HOME);

        browser.reads(".verdict h2", "Above your threshold");
        assertThat(browser.text(".verdict")).contains("At the model's own threshold it is normal");
        quiet();
    }

    @Test
    void aForeignPictureIsSaidToBeUnknownAndNotCounted() {
        open("inspect");
        inspect("odd.png", spot(), "Looks anomalous");

        inspect("foreign.png", frame(), "Not something this model knows");

        assertThat(browser.text("inspect-table h3"))
                .isEqualTo("1 of 1 picture above the threshold; 1 not known to this model");
        assertThat(browser.sees(".boxes li")).isFalse();
        browser.screenshot("inspect-foreign");
        quiet();
    }

    @Test
    void severalPicturesBecomeATableThatIsSortedAndAZip() throws IOException {
        open("inspect");
        inspect("a.png", surface(0), "Looks normal");
        browser.drop("b.png", spot());
        browser.reads("inspect-table h3", "1 of 2 pictures above the threshold");
        assertThat(browser.text("inspect-table tbody tr:first-child")).contains("b.png");
        browser.named("inspect-table th button", "Score ↓").click();
        assertThat(browser.text("inspect-table tbody tr:first-child")).contains("a.png");
        browser.screenshot("inspect-table");
        browser.keepsDownloads();

        browser.button("Download all, marked, as ZIP").click();

        List<String> names = new ArrayList<>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(browser.handedOut()))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("scores.csv", "a-inspected.png", "b-inspected.png");
        quiet();
    }
}
