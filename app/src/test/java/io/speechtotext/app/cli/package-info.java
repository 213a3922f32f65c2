/** Tests of the command line. */
@NullMarked
package io.speechtotext.app.cli;

import org.jspecify.annotations.NullMarked;
