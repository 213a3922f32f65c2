package io.speechtotext.app.database;

import io.speechtotext.app.failure.DataException;
import java.util.function.Consumer;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
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

  @Override
  public void exception(ExecuteContext context) {
    if (context.sqlException() != null) {
      DataException translated = Refusals.translate(context.sqlException(), exposure);
      refused.accept(translated);
      context.exception(translated);
    } else if (context.exception() instanceof DataAccessException other) {
      context.exception(Refusals.translate(other, exposure));
    }
  }
}
