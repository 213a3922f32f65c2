package io.speechtotext.migrator;

import java.time.Duration;

/**
 * A migration that has just been applied.
 *
 * @param version which
 * @param description what its file's name says
 * @param duration how long the server took, in whole milliseconds
 */
public record AppliedMigration(Version version, String description, Duration duration) {}
