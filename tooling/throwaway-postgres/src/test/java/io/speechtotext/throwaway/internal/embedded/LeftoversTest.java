package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.internal.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies about is cleared away only when its owner is surely gone. */
class LeftoversTest {

  private static final String PREFIX = "throwaway-postgres-";
  private static final Owner SELF = Owner.self();
  private static final Owner GONE = new Owner(SELF.place(), SELF.pid(), SELF.started() + 1);

  @TempDir Path directory;

  @Test
  void aDeadBuildsDirectoryGoesWithAllThatIsInIt() throws IOException {
    Path work = make(PREFIX + GONE.token() + "_1");
    Leftovers.sweep(new WorkArea(directory));
    assertThat(work).doesNotExist();
  }

  @Test
  void aLiveBuildsStays() throws IOException {
    Path work = make(PREFIX + SELF.token() + "_1");
    Leftovers.sweep(new WorkArea(directory));
    assertThat(work).exists();
  }

  @Test
  void anotherMachinesStays() throws IOException {
    Path work = make(PREFIX + new Owner("00000000", GONE.pid(), GONE.started()).token() + "_1");
    Leftovers.sweep(new WorkArea(directory));
    assertThat(work).exists();
  }

  @Test
  void whatIsNamedOtherwiseStays() throws IOException {
    Path one = make(PREFIX + "in-progress");
    Path two = make(PREFIX + SELF.place() + "_99999999999999999999999_zzzzzzzzzzzzzzzzzzzzzz_1");
    Path three = make(GONE.token());
    Leftovers.sweep(new WorkArea(directory));
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder(name(one), name(two), name(three));
  }

  @Test
  void aServerFileThatIsEmptyOrNonsenseOrNamesAnotherProcessIsNoHindrance() throws IOException {
    for (String content : new String[] {"", "\u0000\u00ff\n", "-1\n", SELF.pid() + "\n"}) {
      Path work = make(PREFIX + GONE.token() + "_1");
      Files.writeString(work.resolve("data/postmaster.pid"), content);
      Leftovers.sweep(new WorkArea(directory));
      assertThat(work).doesNotExist();
    }
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  private Path make(String name) throws IOException {
    Path work = Files.createDirectory(directory.resolve(name));
    Files.createDirectory(work.resolve("data"));
    return Files.writeString(work.resolve("postgres.log"), "log").resolveSibling("");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
