/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.job;

import org.jspecify.annotations.NullMarked;
