/** The workers: take a job, turn it into text, and keep house. */
@NullMarked
package io.speechtotext.examples.service.worker;

import org.jspecify.annotations.NullMarked;
