/** Feedback: what people said about a job's text. */
@NullMarked
package io.speechtotext.app.feedback;

import org.jspecify.annotations.NullMarked;
