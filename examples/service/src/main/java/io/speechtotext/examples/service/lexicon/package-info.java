/** Lexicons over HTTP, and what they do to a text. */
@NullMarked
package io.speechtotext.examples.service.lexicon;

import org.jspecify.annotations.NullMarked;
