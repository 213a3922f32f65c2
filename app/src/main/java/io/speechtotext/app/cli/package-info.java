/** The command line {@code stt}: what people and containers operate the database with. */
@NullMarked
package io.speechtotext.app.cli;

import org.jspecify.annotations.NullMarked;
