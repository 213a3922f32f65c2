/** Tests of how the environment names the database. */
@NullMarked
package io.speechtotext.app.config;

import org.jspecify.annotations.NullMarked;
