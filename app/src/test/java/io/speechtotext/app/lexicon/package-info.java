/** Tests of the package of the same name. */
@NullMarked
package io.speechtotext.app.lexicon;

import org.jspecify.annotations.NullMarked;
