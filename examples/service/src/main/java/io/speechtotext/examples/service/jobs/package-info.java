/** Jobs over HTTP: submit a recording, ask for its text, cancel it. */
@NullMarked
package io.speechtotext.examples.service.jobs;

import org.jspecify.annotations.NullMarked;
