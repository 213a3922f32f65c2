/** The generator, run as the build runs it, on a real server. */
@NullMarked
package io.speechtotext.codegen;

import org.jspecify.annotations.NullMarked;
