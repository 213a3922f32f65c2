/** What there is to say against a migration, and what was allowed with a reason. */
@NullMarked
package io.speechtotext.prover.finding;

import org.jspecify.annotations.NullMarked;
