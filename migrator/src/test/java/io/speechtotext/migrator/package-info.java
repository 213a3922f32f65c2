/** The migrator, proven on a real server. */
@NullMarked
package io.speechtotext.migrator;

import org.jspecify.annotations.NullMarked;
