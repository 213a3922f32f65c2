/** The server: routes, who may use them, and how failures look to clients. */
@NullMarked
package io.speechtotext.examples.service.http;

import org.jspecify.annotations.NullMarked;
