/** The group {@code stt keys}: API keys, for those who run the service. */
@NullMarked
package io.speechtotext.app.cli.keys;

import org.jspecify.annotations.NullMarked;
