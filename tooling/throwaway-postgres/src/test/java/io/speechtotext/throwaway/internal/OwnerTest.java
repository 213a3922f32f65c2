package io.speechtotext.throwaway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

  private static final Owner SELF = Owner.self();

  @Test
  void isReadBackFromANameThatItsTokenBegins() {
    assertThat(SELF.token()).matches("[a-z0-9_]+");
    assertThat(Owner.ofName(SELF.token())).contains(SELF);
    assertThat(Owner.ofName(SELF.token() + "_anything")).contains(SELF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mine",
        "0badcafe_1",
        "0badcafe_x_1",
        "0badcafe_99999999999999999999_1",
        "0badcafe_1_zzzzzzzzzzzzzzzzzzzz"
      })
  void isNotReadFromOtherNames(String name) {
    assertThat(Owner.ofName(name)).isEmpty();
  }

  @Test
  void livesWhileItsProcessDoes() throws IOException {
    Process process = new ProcessBuilder("cat").start();
    Owner owner = ownerOf(process.pid());
    assertThat(owner.isGone()).isFalse();
    process.getOutputStream().close();
    assertThat(process.onExit().join().exitValue()).isZero();
    assertThat(owner.isGone()).isTrue();
  }

  @Test
  void isGoneWhenItsProcessIdIsAnothersByNow() {
    assertThat(new Owner(SELF.place(), SELF.pid(), SELF.started() - 1).isGone()).isTrue();
  }

  @Test
  void isNeverSurelyGoneOnAnotherMachine() {
    assertThat(new Owner("00000000", SELF.pid(), SELF.started() - 1).isGone()).isFalse();
  }

  @Test
  @Tag("ci") // for /proc, which only Linux has
  void isTheSameToEveryProcessWhateverItsClockSays() throws Exception {
    Process other =
        new ProcessBuilder("sh", "-c", "cut -d ' ' -f 22 /proc/" + SELF.pid() + "/stat").start();
    String ticks = new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(ticks.strip()).isEqualTo(Long.toString(SELF.started()));
  }

  private static Owner ownerOf(long pid) throws IOException {
    return new Owner(SELF.place(), pid, ProcessTable.startOf(pid).orElseThrow());
  }
}
