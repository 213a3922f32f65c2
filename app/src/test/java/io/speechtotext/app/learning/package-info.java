/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.learning;

import org.jspecify.annotations.NullMarked;
