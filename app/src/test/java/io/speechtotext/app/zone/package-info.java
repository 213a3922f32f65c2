/** Times, which are the same for processes and servers of any time zone. */
@NullMarked
package io.speechtotext.app.zone;

import org.jspecify.annotations.NullMarked;
