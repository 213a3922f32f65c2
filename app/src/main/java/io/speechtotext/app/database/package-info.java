/** The way to the database: a pool, and jOOQ on top of it. */
@NullMarked
package io.speechtotext.app.database;

import org.jspecify.annotations.NullMarked;
