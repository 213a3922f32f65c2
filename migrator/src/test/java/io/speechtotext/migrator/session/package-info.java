/** How a command reaches its database, proven on a real server. */
@NullMarked
package io.speechtotext.migrator.session;

import org.jspecify.annotations.NullMarked;
