package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The page in a real browser, against the running service. After each test the page has asked nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageSession extends RunningService {
    /** Share of the pixels that differ before and after. */
    static final String DIFFERENT = """
            (() => { const [a, b] = [...document.querySelectorAll('before-after .plane canvas')]
              .map((one) => one.getContext('2d').getImageData(0, 0, one.width, one.height).data);
              let off = 0; for (let i = 0; i < a.length; i += 4) if (a[i] !== b[i]) off += 1; return off / (a.length / 4); })()""";

    private static final int SIDE = 64;

    Browser browser;

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
        browser.size(1366, 768);
        browser.dark(false);
        browser.touched(false);
        browser.console();
        browser.requests();
    }

    @AfterEach
    void nobodyElseIsAsked() {
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith("http://localhost:" + port + "/")
                        || address.startsWith("blob:")
                        || address.startsWith("data:")
                        || address.equals("about:blank"));
    }

    void open(String task) {
        browser.go("http://localhost:%d/#%s".formatted(port, task));
        browser.find("h1");
    }

    void quiet() {
        assertThat(browser.console()).isEmpty();
    }

    /** Nothing is wider than the window, or sticks out of its card, but what scrolls by itself. */
    void fits(String what) {
        assertThat(browser.number("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels by which %s is too wide", what)
                .isNotPositive();
        assertThat(browser.script("""
                        return [...document.querySelectorAll('.card *, .panel *')]
                          .filter((one) => one.checkVisibility() && !one.closest('.scroll, .frame, .delivery, .unseen'))
                          .filter((one) => one.getBoundingClientRect().right > one.closest('.card, .panel').getBoundingClientRect().right + 1)
                          .map((one) => one.outerHTML.slice(0, 120)).join('\\n');""").toString())
                .as("what sticks out of its card")
                .isEmpty();
    }

    /** The element can be seen without scrolling. */
    void isInView(String css) {
        browser.find(css);
        assertThat(browser.number(
                        "document.querySelector(arguments[0]).getBoundingClientRect().bottom - innerHeight", css))
                .as("pixels by which %s is below the fold", css)
                .isNotPositive();
    }

    /** Even gray with a little noise, and so many pixels that are a little brighter. */
    static byte[] surface(int odd) {
        float[] values = even();
        for (int i = 0; i < odd; i++) {
            values[(20 + i / 8) * SIDE + 30 + i % 8] = 0.53f;
        }
        return gray(values);
    }

    /** Even gray with a bright spot. */
    static byte[] spot() {
        float[] values = even();
        for (int y = 20; y < 28; y++) {
            Arrays.fill(values, y * SIDE + 36, y * SIDE + 46, 0.95f);
        }
        return gray(values);
    }

    /** Bright all around: nothing that the model of even pictures knows. */
    static byte[] frame() {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int rim = Math.min(Math.min(i % SIDE, SIDE - 1 - i % SIDE), Math.min(i / SIDE, SIDE - 1 - i / SIDE));
            values[i] = rim < 8 ? 0.8f : 0.2f;
        }
        return gray(values);
    }

    /** Colours that rise evenly. */
    static byte[] slope() {
        return Drawn.file(Drawn.slope(96, 3, 0, BitDepth.EIGHT, Format.PNG));
    }

    private static float[] even() {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5f + 0.004f * (i * 7 % 11 - 5);
        }
        return values;
    }

    private static byte[] gray(float[] values) {
        return Drawn.file(Picture.of(new Pixels(SIDE, SIDE, 1, values), BitDepth.EIGHT, Format.PNG));
    }
}
