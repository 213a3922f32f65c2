package io.speechtotext.app.database;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Times by the server's clock, for statements: the clocks of the machines that send them do not
 * agree. Each is of the moment when the statement's transaction began.
 */
public final class ServerClock {

  private static final String AFTER = "({0} + {1} * interval '1 microsecond')";

  private ServerClock() {}

  /** Now. */
  public static Field<Instant> now() {
    return DSL.currentInstant();
  }

  /** So long from now. */
  public static Field<Instant> in(Duration duration) {
    return inMicros(DSL.val(micros(duration)));
  }

  /** So long from now: as many microseconds. */
  public static Field<Instant> inMicros(Field<? extends Number> micros) {
    return DSL.field(AFTER, SQLDataType.INSTANT, now(), micros);
  }

  /** So long ago. */
  public static Field<Instant> ago(Duration duration) {
    return in(duration.negated());
  }

  /** The precision of the server's times. */
  public static long micros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
  }
}
