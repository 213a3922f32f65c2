package io.speechtotext.app.apikey;

/** Which keys to list. */
public enum Activity {
  /** All of them. */
  ANY,
  /** Those that were not withdrawn, expired ones included. */
  ACTIVE,
  /** Those that were withdrawn. */
  INACTIVE
}
