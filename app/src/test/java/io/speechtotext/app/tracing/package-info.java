/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.tracing;

import org.jspecify.annotations.NullMarked;
