package io.speechtotext.migrator;

/**
 * One step of the schema's life, and the step back.
 *
 * @param version unique in its set
 * @param description what the file's name says, with spaces for underscores
 * @param up the {@code V} file
 * @param undo the {@code U} file
 */
public record Migration(Version version, String description, Script up, Script undo) {}
