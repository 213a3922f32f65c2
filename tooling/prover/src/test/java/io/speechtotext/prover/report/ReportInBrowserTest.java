package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

@Tag("ci")
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> VERSIONS =
      IntStream.rangeClosed(1, 11).mapToObj(each -> "V" + each).toList();
  private static final String DRAWN = "!!document.querySelector('#version .diagram svg')";
  private static final String SHOWN =
      "return (document.querySelector('.timeline [aria-current]')?.hash.slice(1) ?? '')";

  private final WrittenReport report;
  private final WrittenReport hostile;
  private final Browser browser;

  ReportInBrowserTest(ThrowawayPostgres postgres, @TempDir Path directory) throws Exception {
    report = WrittenReport.ofTranscripts(postgres, directory.resolve("transcripts"));
    hostile = WrittenReport.ofHostileNames(postgres, directory.resolve("hostile"));
    browser = new Browser();
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void beAnOrdinaryReader() {
    browser.prefer(Browser.Scheme.LIGHT, 1280, 900);
    browser.complaints();
    browser.requests();
  }

  @Test
  void drawsEveryVersionAndNeedsNothingButItself() {
    for (String version : VERSIONS) {
      open(version);
      assertThat(browser.textOf("#version .diagram svg")).as(version).contains("jobs");
    }

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(address -> address.matches("(file|data|about):.*"));
  }

  @Test
  void saysAtOnceWhetherToWorry() {
    browser.open(report.page(), "");

    assertThat(browser.textOf("h1")).startsWith("Migrations of ");
    assertThat(browser.textOf(".lead"))
        .contains("5 fail, 1 could not be proven, 1 has warnings, and 1 is allowed with a reason")
        .contains("At worst, ");
    assertThat(browser.all(".summary tbody tr")).hasSameSizeAs(VERSIONS);
  }

  @Test
  void leadsThroughAllVersionsByTheKeysOfReaders() {
    browser.open(report.page(), "");
    for (String version : VERSIONS) {
      browser.press("j");
      waitForVersion(version);
      assertThat(browser.textOf("#version-title")).startsWith(version + " ");
    }
    browser.press("k");
    waitForVersion("V10");
    browser.press("o");
    waitForVersion("");
    browser.back();
    waitForVersion("V10");
  }

  @Test
  void leadsToAllVersionsByTabAndEnter() {
    browser.open(report.page(), "");
    browser.tab(); // past the link to the content, and the one to the overview
    browser.tab();
    for (String version : VERSIONS) {
      browser.tab();
      assertThat(browser.ask("return document.activeElement.hash")).isEqualTo("#" + version);
      assertThat(browser.ask("return getComputedStyle(document.activeElement).outlineStyle"))
          .isEqualTo("solid");
      browser.press(Keys.ENTER);
      waitForVersion(version);
    }
  }

  @Test
  void leadsFromAFindingToItsLineAndBack() {
    open("V3");
    browser.all(".finding .where a").get(0).click();
    browser.waitUntil("return document.activeElement.id === 'up-2'");
    browser.all("#up-2 .to-finding").get(0).click();
    browser.waitUntil("return document.activeElement.id === 'finding-1'");
  }

  @Test
  void drawsTheTablesThatChanged() {
    open("V2");
    String drawn = browser.textOf("#version .diagram");
    assertThat(drawn)
        .contains("transcripts", "jobs", "float8", "added")
        .doesNotContain("undefined");

    browser.all(".switch button").get(1).click();
    browser.waitUntil(
        "return document.querySelector('#version .diagram').textContent.includes('old_exports')");
  }

  @Test
  void drawsLocksInProportionToTheirTime() {
    open("V2");

    // The first statement takes the one, a later statement the other; both are held to the end.
    assertThat(shareOfTheTimeAxis(".bar.writes")).isBetween(0.99, 1.01);
    assertThat(shareOfTheTimeAxis(".bar.reads-and-writes")).isBetween(0.01, 0.99);
  }

  @Test
  void showsHostileNamesAsTheyAre() {
    browser.open(hostile.page(), "#V1");
    browser.waitUntil("return " + DRAWN);

    assertThat(browser.title()).startsWith("V1 <img src=x onerror");
    assertThat(browser.all("#version img")).isEmpty();
    assertThat(browser.textOf("#version .diagram"))
        .contains("erDiagram", "名前", "numeric(10\u201a2)");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 400", "DARK, 400"})
  void readsWell(Browser.Scheme scheme, int width) throws IOException {
    browser.prefer(scheme, width, 900);
    browser.open(report.page(), "");
    assertReadable("overview", scheme, width);
    for (String version : VERSIONS) {
      open(version);
      assertReadable(version, scheme, width);
    }
  }

  private void assertReadable(String name, Browser.Scheme scheme, int width) throws IOException {
    browser.photograph(SCREENSHOTS.resolve("%s-%s-%d.png".formatted(name, scheme, width)));
    assertThat(browser.ask("return document.documentElement.scrollWidth"))
        .as("width of %s", name)
        .isEqualTo(String.valueOf(width));
    assertThat(browser.askForTexts(Contrast.SCRIPT)).as(name).isEmpty();
  }

  private void open(String version) {
    browser.open(report.page(), "#" + version);
    browser.waitUntil("%s === '%s' && %s".formatted(SHOWN, version, DRAWN));
  }

  private double shareOfTheTimeAxis(String bar) {
    return Double.parseDouble(
        browser.ask(
            """
            const bar = document.querySelector('%s');
            return bar.getBoundingClientRect().width / bar.offsetParent.clientWidth;
            """
                .formatted(bar)));
  }

  private void waitForVersion(String version) {
    browser.waitUntil("%s === '%s'".formatted(SHOWN, version));
  }
}
