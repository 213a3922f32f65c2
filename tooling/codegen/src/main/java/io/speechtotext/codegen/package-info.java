/** The jOOQ generator that feeds on migrations, and knows when nothing changed. */
@NullMarked
package io.speechtotext.codegen;

import org.jspecify.annotations.NullMarked;
