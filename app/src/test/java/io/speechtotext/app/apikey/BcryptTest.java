package io.speechtotext.app.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptTest {

  private final Bcrypt bcrypt = Bcrypt.load();

  // Made with Python 3.11's crypt, which is what its bcrypt and passlib make too.
  @ParameterizedTest
  @CsvSource({
    "e3AgCTDhxmd6_sI-AZ69EMPtwwOk4JPq0ycOBQlyVEU, $2b$12$abcdefghijklmnopqrstuec8axL.qfY0yleDQQ70O/yEWyF4X2K7e",
    "Ww5C9iXHmv525V6bzuF_jJQP5HW1oOLmJlyDU5edhhs, $2a$04$ZbcdefghijklmnopqrstuuTxNLDsB5V1P7oAOxhpgowWoVxhd8V1y",
    "Ww5C9iXHmv525V6bzuF_jJQP5HW1oOLmJlyDU5edhhs, $2b$04$ZbcdefghijklmnopqrstuuTxNLDsB5V1P7oAOxhpgowWoVxhd8V1y",
    "Ww5C9iXHmv525V6bzuF_jJQP5HW1oOLmJlyDU5edhhs, $2x$04$ZbcdefghijklmnopqrstuuTxNLDsB5V1P7oAOxhpgowWoVxhd8V1y",
    "Ww5C9iXHmv525V6bzuF_jJQP5HW1oOLmJlyDU5edhhs, $2y$04$ZbcdefghijklmnopqrstuuTxNLDsB5V1P7oAOxhpgowWoVxhd8V1y"
  })
  void knowsTheOldServicesKeysInEveryVersion(String key, String hash) {
    assertThat(bcrypt.matches(presented(key), hash)).isTrue();
    assertThat(bcrypt.matches(presented(key.toLowerCase(Locale.ROOT)), hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"digest", "$2b$", "$2b$04$short", "$argon2id$v=19$m=65536"})
  void takesNothingForAHashThatIsNone(String hash) {
    assertThat(bcrypt.matches(presented("0123456789"), hash)).isFalse();
  }

  @Test
  void saysWhatToDoWhereTheLibraryIsMissing() throws Exception {
    try (URLClassLoader without = new URLClassLoader(classPathWithout("bcrypt"), null)) {
      Method load = without.loadClass(Bcrypt.class.getName()).getDeclaredMethod("load");
      load.setAccessible(true);
      assertThatThrownBy(() -> load.invoke(null))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("legacyKeys is on")
          .hasMessageContaining("Next: depend on at.favre.lib:bcrypt, or turn legacyKeys off");
    }
  }

  private static URL[] classPathWithout(String library) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> !path.getFileName().toString().startsWith(library))
        .map(BcryptTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static PresentedKey presented(String key) {
    return PresentedKey.of(key).orElseThrow();
  }
}
