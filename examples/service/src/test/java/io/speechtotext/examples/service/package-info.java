/** The service as its clients and operators meet it: over HTTP, on a real PostgreSQL. */
@NullMarked
package io.speechtotext.examples.service;

import org.jspecify.annotations.NullMarked;
