package io.speechtotext.app.apikey;

import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.conf.ParamType;
import org.jooq.impl.CallbackExecuteListener;

/** Passes statements on, and asks the server how it runs each. */
final class ExplainingStatements extends CountedStatements {

  private final ThrowawayDatabase copy;
  private final List<String> plans = new ArrayList<>();

  ExplainingStatements(Database database, ThrowawayDatabase copy) {
    super(database);
    this.copy = copy;
  }

  /** The plan of the statement that was run last. */
  String last() {
    return plans.get(plans.size() - 1);
  }

  /** The plan of the statement that was run as the so-manieth, from 0. */
  String of(int statement) {
    return plans.get(statement);
  }

  @Override
  public <T> T read(Function<DSLContext, T> statement) {
    return super.read(explained(statement));
  }

  @Override
  public <T> T write(Repeating repeating, Function<DSLContext, T> statement) {
    return super.write(repeating, explained(statement));
  }

  @Override
  public <P, R> R write(Repeating repeating, Prepared<P, R> statement, P parameters) {
    plans.add(genericPlan(statement.sql()));
    return super.write(repeating, statement, parameters);
  }

  private <T> Function<DSLContext, T> explained(Function<DSLContext, T> statement) {
    List<String> sent = new ArrayList<>();
    ExecuteListener listener =
        new CallbackExecuteListener()
            .onExecuteStart(context -> sent.add(sql(Objects.requireNonNull(context.query()))));
    return dsl -> {
      sent.clear();
      T result = statement.apply(dsl.configuration().deriveAppending(listener).dsl());
      sent.forEach(sql -> plans.add(plan(sql)));
      return result;
    };
  }

  private static String sql(Query query) {
    return query.getSQL(ParamType.INLINED);
  }

  private String plan(String sql) {
    return lines("EXPLAIN " + sql);
  }

  // Whatever its parameters are, the plan has to be this one.
  private String genericPlan(String sql) {
    List<String> parts = List.of(sql.split("\\?", -1));
    StringBuilder numbered = new StringBuilder(parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      numbered.append('$').append(i).append(parts.get(i));
    }
    String values = String.join(", ", Collections.nCopies(parts.size() - 1, "NULL"));
    return lines(
        "SET plan_cache_mode = force_generic_plan",
        "PREPARE explained AS " + numbered,
        "EXPLAIN EXECUTE explained (%s)".formatted(values));
  }

  // What the last of some statements says.
  private String lines(String... statements) {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      StringJoiner plan = new StringJoiner("\n");
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      return plan.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
