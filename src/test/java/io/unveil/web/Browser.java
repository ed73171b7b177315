package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium with the page in it, as Debian's packages chromium and chromium-driver bring it. Where there is none,
 * the tests are skipped with a message, and fail with -Dunveil.browser=required.
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "page");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!"required".equals(System.getProperty("unveil.browser"))) {
            assumeTrue(there, "the page is not tested: Debian's chromium and chromium-driver are not installed");
        }
        assertThat(there).as("%s and %s can be run", CHROMIUM, DRIVER).isTrue();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    void go(String address) {
        driver.get("about:blank"); // else only what stands after the # would change
        driver.get(address);
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** A screen that is touched, without a pointer that hovers. */
    void touched(boolean touched) {
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", touched));
    }

    /** From now on files that the page hands out are kept, see {@link #handedOut}. */
    void keepsDownloads() {
        script("""
                window.handedOut = [];
                const address = URL.createObjectURL;
                URL.createObjectURL = (file) => {
                  window.handedOut.push(file);
                  return address.call(URL, file);
                };""");
    }

    /** The last file that the page handed out; waits for it. */
    byte[] handedOut() {
        until(() -> number("window.handedOut.length") > 0, "file");
        String bytes = asyncScript("""
                const done = arguments[0];
                const reader = new FileReader();
                reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
                reader.readAsDataURL(window.handedOut.at(-1));""").toString();
        return Base64.getDecoder().decode(bytes);
    }

    /** The first element that a person can see; waits for it. */
    WebElement find(String css) {
        return found(css, one -> true, css);
    }

    /** The button with these words. */
    WebElement button(String words) {
        return named("button", words);
    }

    WebElement named(String css, String words) {
        return found(css, one -> one.getText().equals(words), css + " " + words);
    }

    private WebElement found(String css, Predicate<WebElement> wanted, String what) {
        AtomicReference<WebElement> found = new AtomicReference<>();
        until(
                () -> {
                    shown(css, wanted).findFirst().ifPresent(found::set);
                    return found.get() != null;
                },
                what);
        return Objects.requireNonNull(found.get(), what);
    }

    private Stream<WebElement> shown(String css, Predicate<WebElement> wanted) {
        return driver.findElements(By.cssSelector(css)).stream().filter(one -> {
            try {
                return one.isDisplayed() && wanted.test(one);
            } catch (StaleElementReferenceException drawnAnew) {
                return false;
            }
        });
    }

    boolean sees(String css) {
        return shown(css, one -> true).findAny().isPresent();
    }

    /** Waits for words. */
    void reads(String css, String words) {
        until(() -> text(css).contains(words), css + " that says '" + words + "', but it said '" + text(css) + "'");
    }

    String text(String css) {
        return Objects.toString(script(
                "return [...document.querySelectorAll(arguments[0])]"
                        + ".filter(one => one.checkVisibility()).map(one => one.innerText).join('\\n')",
                css));
    }

    Object script(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    double number(String script, Object... arguments) {
        return ((Number) script("return " + script, arguments)).doubleValue();
    }

    Object asyncScript(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeAsyncScript(script, arguments), "");
    }

    /** Lets go of a file over the page. */
    void drop(String name, byte[] file) {
        script("""
                const bytes = Uint8Array.from(atob(arguments[1]), (c) => c.charCodeAt(0));
                const carried = new DataTransfer();
                carried.items.add(new File([bytes], arguments[0]));
                for (const type of ['dragenter', 'dragover', 'drop']) {
                  document.querySelector('main').dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
                }""", name, Base64.getEncoder().encodeToString(file));
    }

    /** Pastes a file. */
    void paste(String name, byte[] file) {
        script("""
                const bytes = Uint8Array.from(atob(arguments[1]), (c) => c.charCodeAt(0));
                const copied = new DataTransfer();
                copied.items.add(new File([bytes], arguments[0]));
                document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true }));""", name, Base64.getEncoder().encodeToString(file));
    }

    /** Gives a file to the file dialogue, which a headless browser does not show. */
    void choose(Path file) {
        until(() -> !driver.findElements(By.cssSelector(".chooser")).isEmpty(), "file dialogue");
        driver.findElement(By.cssSelector(".chooser"))
                .sendKeys(file.toAbsolutePath().toString());
    }

    /** Presses on an element, moves over points given as shares of its width and height, and lets go. */
    void drag(WebElement over, double... points) {
        var actions = new Actions(driver);
        int width = over.getSize().width;
        int height = over.getSize().height;
        for (int i = 0; i < points.length; i += 2) {
            int x = (int) ((points[i] - 0.5) * width);
            int y = (int) ((points[i + 1] - 0.5) * height);
            actions.moveToElement(over, x, y);
            if (i == 0) {
                actions.clickAndHold();
            }
        }
        actions.release().perform();
    }

    void until(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waited for %s; the page says: %s", what, text("main"))
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    void screenshot(String name) {
        File shot = driver.getScreenshotAs(OutputType.FILE);
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.move(shot.toPath(), SCREENSHOTS.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors in the console since the last call. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that the page has asked for since the last call. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    /** What axe finds serious or critical on the page as it is. */
    String accessibility() {
        try (var axe = Browser.class.getResourceAsStream("/axe-core/axe.min.js")) {
            driver.executeScript(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return asyncScript("""
                        const done = arguments[0];
                        axe.run(document).then(({ violations }) => done(violations
                          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                          .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
                          .join('\\n')), (error) => done(String(error)));""").toString();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
