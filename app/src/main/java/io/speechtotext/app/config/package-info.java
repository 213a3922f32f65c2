/** Reads from the environment which database the service uses, and says clearly when it cannot. */
@NullMarked
package io.speechtotext.app.config;

import org.jspecify.annotations.NullMarked;
