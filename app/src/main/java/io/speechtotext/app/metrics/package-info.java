/** What Micrometer is told; the only package that knows it, and it is optional. */
@NullMarked
package io.speechtotext.app.metrics;

import org.jspecify.annotations.NullMarked;
