/** Pages by key instead of by offset: as fast at the end of a list as at its beginning. */
@NullMarked
package io.speechtotext.app.paging;

import org.jspecify.annotations.NullMarked;
