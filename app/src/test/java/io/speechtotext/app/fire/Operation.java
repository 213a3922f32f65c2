package io.speechtotext.app.fire;

import io.speechtotext.app.Repositories;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that a service does with its data.
 *
 * @param name as metrics have it
 * @param prepared makes what it needs, and gives what is to be done
 * @param effects SQL that says how often it has happened, which is to be once; empty for what
 *     changes nothing
 */
record Operation(
    String name, Function<Ground, Consumer<Repositories>> prepared, Optional<String> effects) {

  static Operation reading(String name, Function<Ground, Consumer<Repositories>> prepared) {
    return new Operation(name, prepared, Optional.empty());
  }

  static Operation writing(
      String name, String effects, Function<Ground, Consumer<Repositories>> prepared) {
    return new Operation(name, prepared, Optional.of(effects));
  }

  @Override
  public String toString() {
    return name;
  }
}
