/** Whether the service can do its work. */
@NullMarked
package io.speechtotext.examples.service.health;

import org.jspecify.annotations.NullMarked;
