package io.speechtotext.throwaway.junit;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Gives tests a PostgreSQL server: one per JVM, started at first need, ended with the test run.
 *
 * <p>Resolves two types of parameters: {@link ThrowawayPostgres}, the server; and {@link
 * ThrowawayDatabase}, the test class's own database on it, shared by its tests and its nested
 * classes, which is empty or, under {@link FromTemplate}, a copy.
 */
public final class ThrowawayPostgresExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(ThrowawayPostgresExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ThrowawayPostgres.class || type == ThrowawayDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ThrowawayPostgres.class
        ? server(context)
        : databaseOfClass(context);
  }

  /**
   * The run's server, for extensions that make something on it; not theirs to close.
   *
   * @throws io.speechtotext.throwaway.ThrowawayPostgresException when the rung cannot be had
   */
  // JUnit closes what is in a store when its context ends: root with the run, a class's with it.
  public static ThrowawayPostgres server(ExtensionContext context) {
    return store(context.getRoot())
        .getOrComputeIfAbsent(
            ThrowawayPostgres.class, key -> ThrowawayPostgres.start(), ThrowawayPostgres.class);
  }

  private static ThrowawayDatabase databaseOfClass(ExtensionContext context) {
    ExtensionContext testClass = outermostClass(context);
    return store(testClass)
        .getOrComputeIfAbsent(
            ThrowawayDatabase.class, key -> newDatabase(testClass), ThrowawayDatabase.class);
  }

  private static ThrowawayDatabase newDatabase(ExtensionContext testClass) {
    ThrowawayPostgres server = server(testClass);
    return AnnotationSupport.findAnnotation(testClass.getRequiredTestClass(), FromTemplate.class)
        .map(from -> server.createDatabaseFrom(template(testClass, server, from.value())))
        .orElseGet(server::createDatabase);
  }

  private static ThrowawayDatabase template(
      ExtensionContext context,
      ThrowawayPostgres server,
      Class<? extends DatabaseTemplate> template) {
    return store(context.getRoot())
        .getOrComputeIfAbsent(template, key -> filled(server, template), ThrowawayDatabase.class);
  }

  private static ThrowawayDatabase filled(
      ThrowawayPostgres server, Class<? extends DatabaseTemplate> template) {
    ThrowawayDatabase database = server.createDatabase();
    try {
      ReflectionSupport.newInstance(template).fill(database.dataSource());
      return database;
    } catch (Exception e) {
      database.close();
      throw new IllegalStateException(template.getName() + " could not fill its database", e);
    }
  }

  private static ExtensionContext outermostClass(ExtensionContext context) {
    ExtensionContext found = context;
    for (ExtensionContext up = context;
        up.getTestClass().isPresent();
        up = up.getParent().orElse(context.getRoot())) {
      found = up;
    }
    return found;
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
