/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.feedback;

import org.jspecify.annotations.NullMarked;
