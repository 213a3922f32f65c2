/** Who calls: the API key of a request, and what it still may. */
@NullMarked
package io.speechtotext.examples.service.auth;

import org.jspecify.annotations.NullMarked;
