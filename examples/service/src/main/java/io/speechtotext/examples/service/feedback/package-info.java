/** Feedback over HTTP: what a client says about a job's text. */
@NullMarked
package io.speechtotext.examples.service.feedback;

import org.jspecify.annotations.NullMarked;
