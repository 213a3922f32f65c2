package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * By whose rules of case, time and encoding it runs shows neither in the output nor in the stamp.
 */
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class LocaleAndZoneTest {

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final Project fresh;

  LocaleAndZoneTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    fresh = Project.in(directory, database).migration("1", HostileMigration.SQL);
    fresh.generate();
  }

  @AfterEach
  void restoreLocaleAndZone() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void areNoReasonToGenerateInTurkishInColombo() throws Exception {
    goToColombo();
    assertThat(fresh.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  @Test
  void doNotShowInWhatIsGeneratedElsewhereInTurkishInColombo(@TempDir Path directory)
      throws Exception {
    goToColombo();
    Project elsewhere = elsewhere(directory);
    elsewhere.generate();
    assertSameAsFresh(elsewhere);
  }

  @Test
  void doNotShowInWhatAJvmGeneratesThatWasStartedInTurkish(@TempDir Path directory)
      throws Exception {
    Project elsewhere = elsewhere(directory);
    assertThat(reasonOfTurkishChild(elsewhere)).isEqualTo("nothing was generated yet");
    assertSameAsFresh(elsewhere);
    assertThat(reasonOfTurkishChild(elsewhere)).isEqualTo(Outcome.UP_TO_DATE);
  }

  private static String reasonOfTurkishChild(Project project) throws Exception {
    try (ChildJvm child =
        ChildJvm.generating(
            project,
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Colombo",
            "-Dfile.encoding=ISO-8859-9")) {
      return child.outcome().reason();
    }
  }

  private static void goToColombo() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Colombo"));
  }

  private Project elsewhere(Path directory) throws Exception {
    Path other = directory.resolve("another check-out");
    return Project.in(other, fresh.server()).migration("1", HostileMigration.SQL);
  }

  private void assertSameAsFresh(Project other) throws Exception {
    assertThat(other.generated()).isEqualTo(fresh.generated());
    assertThat(Files.readString(other.stamp())).isEqualTo(Files.readString(fresh.stamp()));
  }
}
