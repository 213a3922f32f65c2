/** What callers are told when connections are cut in the middle of what they do. */
@NullMarked
package io.speechtotext.app.fire;

import org.jspecify.annotations.NullMarked;
