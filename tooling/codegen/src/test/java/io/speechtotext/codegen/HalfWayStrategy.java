package io.speechtotext.codegen;

import java.util.concurrent.CountDownLatch;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.Definition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Strategy;

/** Names things as jOOQ does, but where a property says so stops for ever at a table's row type. */
public final class HalfWayStrategy extends DefaultGeneratorStrategy {

  static final String STOP_AT = "test.stop.at.table";
  static final String EVIDENCE = "half of it is written";

  static void use(Configuration configuration) {
    configuration
        .getGenerator()
        .setStrategy(new Strategy().withName(HalfWayStrategy.class.getName()));
  }

  @Override
  public String getJavaClassName(Definition definition, Mode mode) {
    if (mode == Mode.POJO
        && definition instanceof TableDefinition
        && definition.getName().equals(System.getProperty(STOP_AT))) {
      System.out.println(EVIDENCE);
      waitForEver();
    }
    return super.getJavaClassName(definition, mode);
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
