/** A schema for its readers: one page of Markdown, made from the catalog. */
@NullMarked
package io.speechtotext.prover.document;

import org.jspecify.annotations.NullMarked;
