/** Takes over databases that Alembic has managed so far. */
@NullMarked
package io.speechtotext.migrator.adopt;

import org.jspecify.annotations.NullMarked;
