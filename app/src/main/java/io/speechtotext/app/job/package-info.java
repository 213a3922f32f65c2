/** Jobs: recordings on their way to text. */
@NullMarked
package io.speechtotext.app.job;

import org.jspecify.annotations.NullMarked;
