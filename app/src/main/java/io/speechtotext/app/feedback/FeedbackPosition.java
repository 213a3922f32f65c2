package io.speechtotext.app.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list of feedback, whatever its order.
 *
 * @param createdAt of the row at this position, with PostgreSQL's microseconds
 * @param accuracyScore of that row; null when it has none
 * @param editDistance of that row; null when it has none
 * @param id of that row, which tells apart rows that are equal in all else
 */
public record FeedbackPosition(
    Instant createdAt, @Nullable Double accuracyScore, @Nullable Integer editDistance, int id) {}
