package io.speechtotext.codegen;

import java.util.Set;
import org.jooq.codegen.AbstractDelegatingGeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.meta.Definition;

/** The names that were asked for, but for those that Java forbids a record's components. */
final class RowTypeNames extends AbstractDelegatingGeneratorStrategy {

  private static final Set<String> FORBIDDEN =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  RowTypeNames(GeneratorStrategy asked) {
    super(asked);
  }

  @Override
  public String getJavaMemberName(Definition definition, Mode mode) {
    String name = delegate.getJavaMemberName(definition, mode);
    // In each mode, for jOOQ uses one mode's name in a class of another.
    return FORBIDDEN.contains(name) ? name + "_" : name;
  }

  @Override
  public String getJavaIdentifier(Definition definition) {
    return delegate.getJavaIdentifier(definition);
  }

  @Override
  public String getJavaSetterName(Definition definition, Mode mode) {
    return delegate.getJavaSetterName(definition, mode);
  }

  @Override
  public String getJavaGetterName(Definition definition, Mode mode) {
    return delegate.getJavaGetterName(definition, mode);
  }

  @Override
  public String getJavaMethodName(Definition definition, Mode mode) {
    return delegate.getJavaMethodName(definition, mode);
  }

  @Override
  public String getJavaClassName(Definition definition, Mode mode) {
    return delegate.getJavaClassName(definition, mode);
  }

  @Override
  public String getJavaPackageName(Definition definition, Mode mode) {
    return delegate.getJavaPackageName(definition, mode);
  }
}
