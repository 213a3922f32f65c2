package io.speechtotext.app.paging;

import java.time.Instant;

/**
 * A position in a list that has the newest rows first: rows of one instant are told apart by id.
 *
 * @param createdAt of the row at this position, with PostgreSQL's microseconds
 * @param id of the row at this position
 */
public record CreatedAt(Instant createdAt, int id) {}
