package io.speechtotext.migrator;

import org.jspecify.annotations.Nullable;

/**
 * The text of one SQL file.
 *
 * @param name the file's name without its directory, which is also its name in the history
 * @param sql all of its text
 * @param configuration the text of the {@code .conf} file beside it; null when there is none
 */
public record Script(String name, String sql, @Nullable String configuration) {}
