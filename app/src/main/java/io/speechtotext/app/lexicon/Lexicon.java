package io.speechtotext.app.lexicon;

import java.time.Instant;

/**
 * A lexicon that has active terms. Immutable.
 *
 * @param id its name
 * @param version rises with each change of the active terms, and never falls
 * @param activeTerms how many it has
 * @param changedAt when the version last rose
 */
public record Lexicon(LexiconId id, long version, int activeTerms, Instant changedAt) {}
