/** Rules of values that several features keep. */
@NullMarked
package io.speechtotext.app.value;

import org.jspecify.annotations.NullMarked;
