package io.speechtotext.app.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The text of a statement, and what sets each of its question marks.
 *
 * @param sql as the driver takes it
 * @param binders in the order of the question marks; one parameter may stand at several
 */
record Rendered<P>(String sql, List<Binder<P>> binders) {

  // In no SQL that anybody writes, so that what follows it is a parameter's name and nothing else.
  private static final String MARK = "\u0001";
  private static final Pattern PARAMETER = Pattern.compile(MARK + "(\\w+)");

  private static final DSLContext DSL_CONTEXT =
      DSL.using(SQLDialect.POSTGRES, new Settings().withRenderNamedParamPrefix(MARK));

  /** Builds and renders a query. */
  static <P, Q extends Query> Rendered<P> of(Prepared.Builder<P, Q> query, Consumer<Q> built) {
    Parameters<P> parameters = new Parameters<>();
    Q tree = query.apply(DSL_CONTEXT, parameters);
    built.accept(tree);
    return of(DSL_CONTEXT.renderNamedOrInlinedParams(tree), parameters);
  }

  private static <P> Rendered<P> of(String named, Parameters<P> parameters) {
    List<Binder<P>> binders = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(named);
    while (parameter.find()) {
      binders.add(parameters.binder(parameter.group(1)));
      parameter.appendReplacement(sql, "?");
    }
    return new Rendered<>(parameter.appendTail(sql).toString(), List.copyOf(binders));
  }

  void bind(PreparedStatement statement, P parameters) throws SQLException {
    for (int i = 0; i < binders.size(); i++) {
      binders.get(i).bind(statement, i + 1, parameters);
    }
  }
}
