/** Jobs whose workers are killed, and whose server crashes. */
@NullMarked
package io.speechtotext.app.job.fire;

import org.jspecify.annotations.NullMarked;
