package io.speechtotext.prover.source;

import io.speechtotext.migrator.Script;
import org.jspecify.annotations.Nullable;

/**
 * A migration as its files tell it, whole or not.
 *
 * @param version with its letter, for people: {@code V7}
 * @param description what the file's name says, with spaces for underscores
 * @param up the script that leads to the version
 * @param undo the script that leads back; null when there is none
 * @param safety the file with allowances beside it; null when there is none
 */
public record ProvableMigration(
    String version,
    String description,
    Script up,
    @Nullable Script undo,
    @Nullable Script safety) {}
