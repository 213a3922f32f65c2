/** How a command reaches its database: directly, in time, and alone. */
@NullMarked
package io.speechtotext.migrator.session;

import org.jspecify.annotations.NullMarked;
