/** What is wrong with a history, and how it is mended. */
@NullMarked
package io.speechtotext.migrator.repair;

import org.jspecify.annotations.NullMarked;
