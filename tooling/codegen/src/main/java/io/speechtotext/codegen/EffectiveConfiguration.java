package io.speechtotext.codegen;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.codegen.Generator;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.codegen.MatcherStrategy;
import org.jooq.meta.AbstractDatabase;
import org.jooq.meta.Database;

/**
 * What jOOQ's generator was told, defaults and overrides included, read back from the objects that
 * were told: for every setter, the value that its getter returns. So a setting that a later jOOQ
 * adds is not forgotten.
 */
final class EffectiveConfiguration {

  // What is not a setting of the output, or says where rather than what; and FIELDS.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "basedir",
          "catalogversionprovider",
          // Of directories too; from jOOQ 3.20 on.
          "configurationhash",
          "connection",
          "dialect",
          "excludes",
          "includes",
          "properties",
          "schemaversionprovider",
          "strategy",
          "targetdirectory");

  // Their getters ask the database, or log that they are deprecated, or do not exist.
  private static final List<String> FIELDS =
      List.of(
          "configuredCatalogs",
          "configuredCustomTypes",
          "configuredSchemata",
          "excludes",
          "includes");

  private final Map<String, String> settings = new TreeMap<>();

  private EffectiveConfiguration() {}

  /**
   * The settings by name, ordered.
   *
   * @param strategy as it was configured
   */
  static Map<String, String> of(
      Generator generator, GeneratorStrategy strategy, Database database) {
    EffectiveConfiguration read = new EffectiveConfiguration();
    try {
      read.properties(Generator.class, generator);
      read.properties(Database.class, database);
      for (String field : FIELDS) {
        read.field(AbstractDatabase.class.getDeclaredField(field), database);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this jOOQ keeps its settings elsewhere", e);
    }
    read.put("database", database.getClass().getName());
    read.put("strategy", strategy.getClass().getName());
    read.put("matchers", strategy instanceof MatcherStrategy m ? m.getMatchers() : "");
    return read.settings;
  }

  private void properties(Class<?> type, Object object) throws ReflectiveOperationException {
    Set<String> settable =
        Stream.of(type.getMethods())
            .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
            .map(setter -> lowerCase(setter.getName().substring("set".length())))
            .collect(Collectors.toSet());
    settable.removeAll(LEFT_OUT);
    for (Method method : type.getMethods()) {
      if (isGetter(method) && reads(lowerCase(method.getName()), settable)) {
        put(setting(method), method.invoke(object));
      }
    }
  }

  private static boolean isGetter(Method method) {
    return method.getParameterCount() == 0
        && method.getReturnType() != void.class
        // Those log that they are, when called.
        && !method.isAnnotationPresent(Deprecated.class);
  }

  // The getter of setX is called getX, isX, x, or where X is generateY, y. One setter, for
  // synthetic objects, has several getters.
  private static boolean reads(String getter, Set<String> settable) {
    return settable.contains(getter)
        || settable.contains("generate" + getter)
        || (getter.startsWith("get") && settable.contains(getter.substring("get".length())))
        || (getter.startsWith("is") && settable.contains(getter.substring("is".length())))
        || getter.startsWith("getconfigured");
  }

  private static String setting(Method getter) {
    String name = getter.getName().replaceFirst("^(get|is)(?=[A-Z])", "");
    return lowerCase(name.substring(0, 1)) + name.substring(1);
  }

  private void field(Field field, Object object) throws ReflectiveOperationException {
    field.setAccessible(true);
    put(field.getName(), field.get(object));
  }

  private void put(String name, Object value) {
    String text = value instanceof Object[] array ? Arrays.toString(array) : describe(value);
    settings.put(name, text.length() > 60 ? Sha256.of(text) : text);
  }

  // What has no text of its own is told by its class, for its address is another each time.
  private static String describe(Object value) {
    String text = String.valueOf(value);
    String type = value == null ? "" : value.getClass().getName();
    return text.equals(type + "@" + Integer.toHexString(System.identityHashCode(value)))
        ? type
        : text;
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
