package io.speechtotext.app.job;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Statements;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Passes statements on, and asks the server how it runs each, whatever its parameters are. */
final class Plans {

  private final JobDatabase database;
  private final List<String> plans = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  Plans(JobDatabase database) {
    this.database = database;
  }

  /** A repository whose statements are explained. */
  JobRepository jobs() {
    Object explaining =
        Proxy.newProxyInstance(
            Plans.class.getClassLoader(), new Class<?>[] {Statements.class}, this::explainAndRun);
    return new JobRepository((Statements) explaining);
  }

  /** The plans of all statements since the last call. */
  List<String> taken() {
    List<String> taken = List.copyOf(plans);
    plans.clear();
    return taken;
  }

  /** The names of all statements so far. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  /** The names of the statements that the classes of a package keep in constants. */
  static Set<String> namesOfStatements(String packageName) {
    return new ClassFileImporter()
        .importPackages(packageName).stream()
            .flatMap(each -> Stream.of(each.reflect().getDeclaredFields()))
            .filter(field -> field.getType() == Prepared.class)
            .map(Plans::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static String name(Field constant) {
    try {
      constant.setAccessible(true);
      return ((Prepared<?, ?>) constant.get(null)).name();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object explainAndRun(Object proxy, Method method, Object[] arguments) throws Throwable {
    for (Object argument : arguments) {
      if (argument instanceof Prepared<?, ?> statement) {
        plans.add(plan(statement.sql()));
        names.add(statement.name());
      }
    }
    try {
      return method.invoke(database.database(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private String plan(String sql) throws SQLException {
    List<String> parts = Stream.of(sql.split("\\?", -1)).toList();
    StringBuilder numbered = new StringBuilder(parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      numbered.append('$').append(i).append(parts.get(i));
    }
    String values = String.join(", ", Collections.nCopies(parts.size() - 1, "NULL"));
    return String.join(
        "\n",
        database.lastRows(
            "SET plan_cache_mode = force_generic_plan",
            "PREPARE explained AS " + numbered,
            "EXPLAIN (COSTS OFF) EXECUTE explained"
                + (values.isEmpty() ? "" : " (" + values + ")")));
  }
}
