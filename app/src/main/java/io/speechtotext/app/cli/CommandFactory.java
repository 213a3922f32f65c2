package io.speechtotext.app.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands; hands the workplace to those whose constructor asks for it. */
final class CommandFactory implements IFactory {

  private final Workplace workplace;

  CommandFactory(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Optional<Constructor<?>> wanting =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(each -> Arrays.equals(each.getParameterTypes(), new Class<?>[] {Workplace.class}))
            .findFirst();
    return wanting.isPresent()
        ? type.cast(wanting.get().newInstance(workplace))
        : CommandLine.defaultFactory().create(type);
  }
}
