/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.paging;

import org.jspecify.annotations.NullMarked;
