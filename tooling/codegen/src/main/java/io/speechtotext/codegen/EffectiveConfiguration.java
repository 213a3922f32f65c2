package io.speechtotext.codegen;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.codegen.Generator;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.codegen.MatcherStrategy;
import org.jooq.meta.Database;

/**
 * What jOOQ's generator was told, defaults and overrides included, read back from the objects that
 * were told: for every setter, the value that its getter returns. So a setting that a later jOOQ
 * adds is not forgotten.
 */
final class EffectiveConfiguration {

  // What is not a setting of the output, or says where rather than what.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "Basedir",
          "Connection",
          "Properties",
          "Strategy",
          "TargetDirectory",
          "Dialect",
          "SchemaVersionProvider",
          "CatalogVersionProvider");

  private EffectiveConfiguration() {}

  /** The settings by name, ordered. */
  static Map<String, String> of(Generator generator, Database database) {
    Map<String, String> settings = new TreeMap<>();
    read(Generator.class, generator, settings);
    read(Database.class, database, settings);
    GeneratorStrategy strategy = generator.getStrategy();
    settings.put("strategy", strategy.getClass().getName());
    if (strategy instanceof MatcherStrategy matchers) {
      settings.put("matchers", Sha256.of(matchers.getMatchers().toString()));
    }
    return settings;
  }

  private static void read(Class<?> type, Object object, Map<String, String> settings) {
    for (Method setter : type.getMethods()) {
      String name = setter.getName();
      if (name.startsWith("set") && setter.getParameterCount() == 1) {
        readProperty(type, object, name.substring("set".length()), settings);
      }
    }
  }

  private static void readProperty(
      Class<?> type, Object object, String property, Map<String, String> settings) {
    if (LEFT_OUT.contains(property)) {
      return;
    }
    for (Method getter : type.getMethods()) {
      if (isGetter(getter, property)) {
        settings.put(property, text(invoke(getter, object)));
      }
    }
  }

  // jOOQ's getters are named getX, isX or, for flags, x.
  private static boolean isGetter(Method method, String property) {
    String name = method.getName();
    return method.getParameterCount() == 0
        // Those log that they are, when called.
        && !method.isAnnotationPresent(Deprecated.class)
        && Stream.of("", "get", "is").anyMatch(verb -> name.equalsIgnoreCase(verb + property));
  }

  private static Object invoke(Method getter, Object object) {
    try {
      Object value = getter.invoke(object);
      return value == null ? "" : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read jOOQ's setting " + getter.getName(), e);
    }
  }

  // What has no text of its own is told by its class, for its address is another each time.
  private static String describe(Object value) {
    String type = value.getClass().getName();
    String address = type + "@" + Integer.toHexString(System.identityHashCode(value));
    return value.toString().equals(address) ? type : value.toString();
  }

  private static String text(Object value) {
    String text = value instanceof Object[] array ? Arrays.toString(array) : describe(value);
    return text.length() > 60 || text.contains("\n") ? Sha256.of(text) : text;
  }
}
