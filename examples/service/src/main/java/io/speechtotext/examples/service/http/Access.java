package io.speechtotext.examples.service.http;

import io.javalin.security.RouteRole;

/** Who may use a route. */
public enum Access implements RouteRole {
  /** Everybody, also without a key: nothing that is anybody's own. */
  ANYONE,
  /** Whoever has a key that is let in. */
  KEY,
  /** Whoever has such a key that is an administrator's. */
  ADMIN
}
