/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.metrics;

import org.jspecify.annotations.NullMarked;
