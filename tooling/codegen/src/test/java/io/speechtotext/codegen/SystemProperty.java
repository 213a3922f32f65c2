package io.speechtotext.codegen;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A value that a system property has for a while. */
record SystemProperty(String name, String value) {

  /** Does something meanwhile. */
  <T> T during(Callable<T> action) throws Exception {
    @Nullable String before = System.setProperty(name, value);
    try {
      return action.call();
    } finally {
      if (before == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, before);
      }
    }
  }
}
