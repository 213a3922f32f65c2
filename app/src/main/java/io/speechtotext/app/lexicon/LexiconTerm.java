package io.speechtotext.app.lexicon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A term as it stands in the database. Immutable.
 *
 * @param id unchanged while the term lives, also when it is removed and created again
 * @param lexicon the lexicon that it belongs to
 * @param term what is heard
 * @param normalizedTerm the form by which terms are compared; the lexicon has it once
 * @param replacement what is written instead
 * @param category null for none
 * @param language null for any
 * @param source manual, learned or imported; null when not known
 * @param active false once the term was removed
 * @param createdBy null when not known
 * @param createdAt when its row was inserted
 * @param updatedAt when its row was last changed
 */
public record LexiconTerm(
    int id,
    LexiconId lexicon,
    String term,
    String normalizedTerm,
    String replacement,
    @Nullable String category,
    @Nullable String language,
    @Nullable String source,
    boolean active,
    @Nullable String createdBy,
    Instant createdAt,
    Instant updatedAt) {}
