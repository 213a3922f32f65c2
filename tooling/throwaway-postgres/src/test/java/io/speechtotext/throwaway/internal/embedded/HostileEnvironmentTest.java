package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of the machine it is made on shows in a server. */
class HostileEnvironmentTest {

  private static final String SERVER =
      """
      SELECT concat_ws(' ', datcollate, datctype, pg_encoding_to_char(encoding),
        current_setting('lc_messages'), current_setting('lc_numeric'), current_setting('lc_time'),
        current_setting('log_timezone'), current_setting('DateStyle'),
        pg_read_file('postmaster.opts') LIKE '%timezone=UTC%')
      FROM pg_database WHERE datname = 'template1'
      """;

  @TempDir(factory = ReachableDirectory.class)
  Path directory;

  @Test
  void neitherLocaleNorZoneNorPostgresVariables() throws IOException {
    try (ChildJvm build =
        childIn(TestCache.withPrograms(directory))
            // Writes other digits, where it is asked to format a number.
            .property("user.language", "ar")
            .property("user.country", "EG")
            .property("user.timezone", "Asia/Colombo")
            .variable("LANG", "tr_TR.UTF-8")
            .variable("LC_ALL", "xx_XX.no-such-locale")
            .variable("LC_MESSAGES", "tr_TR.UTF-8")
            .variable("TZ", "Asia/Colombo")
            .variable("PGDATA", "/nowhere")
            .variable("PGPORT", "1")
            .variable("PGTZ", "Asia/Colombo")
            .variable("PGCLIENTENCODING", "LATIN1")
            .start(SERVER)) {
      assertThat(build.await("url")).matches("jdbc:postgresql://127.0.0.1:[0-9]+/postgres\\?.*");
      assertThat(build.await("answer")).isEqualTo("C C UTF8 C C C UTC ISO, MDY t");
    }
  }

  @Test
  @Tag("ci") // for root
  void notTheMaskOfNewFilesEvenWhereTheServerRunsAsAnotherUser() throws IOException {
    String script = "umask 077; exec \"$@\"";
    try (ChildJvm build =
        ChildJvm.of(StartsServerAsOther.class)
            .under("sh", "-c", script, "sh")
            .start(directory.toString())) {
      assertThat(build.await("answer")).isEqualTo("1");
    }
  }

  private static ChildJvmBuilder childIn(TestCache cache) {
    return ChildJvm.of(StartsServer.class).property("throwaway.postgres.cache", cache.directory());
  }
}
