package io.speechtotext.app.database;

import io.speechtotext.app.paging.CreatedAt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/**
 * The order of a list that has the newest rows first, and the pages of it.
 *
 * @param createdAt the column that orders
 * @param id the column that orders rows of one instant
 */
public record NewestFirst(Field<Instant> createdAt, Field<Integer> id) {

  /** The rows behind a position; all rows when there is none. */
  public Condition after(Optional<CreatedAt> position) {
    // As one comparison of rows, which an index on created_at serves.
    return position
        .map(at -> DSL.row(createdAt, id).lessThan(at.createdAt(), at.id()))
        .orElseGet(DSL::noCondition);
  }

  /** What to order by. */
  public List<OrderField<?>> order() {
    return List.of(createdAt.desc(), id.desc());
  }
}
