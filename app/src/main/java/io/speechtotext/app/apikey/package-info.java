/** API keys: who may call the service. */
@NullMarked
package io.speechtotext.app.apikey;

import org.jspecify.annotations.NullMarked;
