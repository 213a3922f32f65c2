/** The application module, proven on a migrated PostgreSQL. */
@NullMarked
package io.speechtotext.app;

import org.jspecify.annotations.NullMarked;
