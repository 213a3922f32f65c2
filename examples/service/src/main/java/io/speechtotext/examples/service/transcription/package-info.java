/** Turning a recording into words. */
@NullMarked
package io.speechtotext.examples.service.transcription;

import org.jspecify.annotations.NullMarked;
