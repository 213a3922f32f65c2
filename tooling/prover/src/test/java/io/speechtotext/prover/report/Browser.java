package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;

/** Debian's Chromium without a screen, and what it says of a page. */
final class Browser implements AutoCloseable {

  /** What a reader's machine prefers. */
  enum Scheme {
    LIGHT,
    DARK
  }

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  Browser() {
    driver = new ChromeDriver(service(), options());
    driver.manage().timeouts().scriptTimeout(PATIENCE);
  }

  private static ChromeDriverService service() {
    for (Path program : List.of(CHROMIUM, DRIVER)) {
      assertThat(Files.isExecutable(program))
          .as(
              "There is no %s, and the report is to be tried in a browser."
                  + " On Debian: apt-get install chromium chromium-driver",
              program)
          .isTrue();
    }
    return new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars");
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
    return options;
  }

  void prefer(Scheme scheme, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of(
                    "name",
                    "prefers-color-scheme",
                    "value",
                    scheme == Scheme.DARK ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Goes to a place of a page, {@code #V7}, which it loads unless it is there already. */
  void open(Path page, String place) {
    driver.get(URI.create(page.toUri() + place).toString());
  }

  void back() {
    driver.navigate().back();
  }

  void press(CharSequence key) {
    new Actions(driver).sendKeys(key).perform();
  }

  void tab() {
    press(Keys.TAB);
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What is seen of it. */
  String textOf(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  String title() {
    return String.valueOf(driver.getTitle());
  }

  /** What a script returns. */
  String ask(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  /** What a script returns, which returns texts. */
  List<String> askForTexts(String script) {
    return ((List<?>) Objects.requireNonNull(driver.executeScript(script)))
        .stream().map(String::valueOf).toList();
  }

  /** Looks at each frame whether a script returns true, until it does. */
  void waitUntil(String script) {
    driver.executeAsyncScript(
        """
        const done = arguments[0];
        const holds = () => { %s };
        const look = () => (holds() ? done() : requestAnimationFrame(look));
        look();
        """
            .formatted(script));
  }

  /** Errors and warnings of the page since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses that were asked for since the last call. */
  List<String> requests() {
    return driver.manage().logs().get("performance").getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  /** The whole page, however long, as a picture, once all of it is painted. */
  void photograph(Path file) throws IOException {
    driver.executeAsyncScript(
        "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))");
    Object png =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .get("data");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, Base64.getDecoder().decode(String.valueOf(png)));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
