/** What OpenTelemetry is told; the only package that knows it, and it is optional. */
@NullMarked
package io.speechtotext.app.tracing;

import org.jspecify.annotations.NullMarked;
