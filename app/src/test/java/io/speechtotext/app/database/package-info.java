/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.database;

import org.jspecify.annotations.NullMarked;
