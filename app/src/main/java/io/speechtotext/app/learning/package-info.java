/** Learning: approved corrections become terms of their lexicons. It stands above both features. */
@NullMarked
package io.speechtotext.app.learning;

import org.jspecify.annotations.NullMarked;
