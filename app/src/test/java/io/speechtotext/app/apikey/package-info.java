/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.apikey;

import org.jspecify.annotations.NullMarked;
