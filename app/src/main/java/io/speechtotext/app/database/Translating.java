package io.speechtotext.app.database;

import io.speechtotext.app.failure.DataException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.exception.DataAccessException;

/** Lets nothing out of jOOQ but what callers can act on, and what holds neither SQL nor values. */
final class Translating implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private final Exposure exposure;
  private final transient Consumer<DataException> refused;

  /**
   * Translates.
   *
   * @param refused hears of what the server refused
   */
  Translating(Exposure exposure, Consumer<DataException> refused) {
    this.exposure = exposure;
    this.refused = refused;
  }

  /** The one that {@code dsl} was made with. */
  static Translating in(DSLContext dsl) {
    return Arrays.stream(dsl.configuration().executeListenerProviders())
        .map(ExecuteListenerProvider::provide)
        .filter(Translating.class::isInstance)
        .map(Translating.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a context of this package's"));
  }

  /** Says what a refusal means, to who waits to hear of it as well. */
  DataException translate(SQLException refusal) {
    DataException translated = Refusals.translate(refusal, exposure);
    refused.accept(translated);
    return translated;
  }

  @Override
  public void exception(ExecuteContext context) {
    if (context.sqlException() != null) {
      context.exception(translate(context.sqlException()));
    } else if (context.exception() instanceof DataAccessException other) {
      context.exception(Refusals.translate(other, exposure));
    }
  }
}
