/** The recordings themselves, which are files. */
@NullMarked
package io.speechtotext.examples.service.audio;

import org.jspecify.annotations.NullMarked;
