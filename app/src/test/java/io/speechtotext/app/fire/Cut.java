package io.speechtotext.app.fire;

/**
 * Where a connection ends.
 *
 * @param direction whose bytes count
 * @param bytes how many of them still get through
 * @param isReset whether the ends are told by a reset, which makes them forget what they have not
 *     read yet, or by an ordinary end
 */
record Cut(Direction direction, long bytes, boolean isReset) {}
