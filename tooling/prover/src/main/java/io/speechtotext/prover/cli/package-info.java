/** The command line {@code prove}: any project's migrations, proven in a terminal or a build. */
@NullMarked
package io.speechtotext.prover.cli;

import org.jspecify.annotations.NullMarked;
