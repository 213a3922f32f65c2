/** What the role of a service may do with the tables that another role migrates. */
@NullMarked
package io.speechtotext.migrator.grant;

import org.jspecify.annotations.NullMarked;
