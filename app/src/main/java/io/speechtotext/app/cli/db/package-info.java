/** {@code stt db}: commands that migrate, undo, show, check and take over a database. */
@NullMarked
package io.speechtotext.app.cli.db;

import org.jspecify.annotations.NullMarked;
