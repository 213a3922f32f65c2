/** Lexicon terms: what is written instead of what was heard. */
@NullMarked
package io.speechtotext.app.lexicon;

import org.jspecify.annotations.NullMarked;
