/**
 * The way to the database: a pool, and jOOQ on top of it. Repositories run their statements through
 * {@link io.speechtotext.app.database.Statements}; those on hot paths are rendered once, as {@link
 * io.speechtotext.app.database.Prepared}.
 */
@NullMarked
package io.speechtotext.app.database;

import org.jspecify.annotations.NullMarked;
