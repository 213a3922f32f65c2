package io.speechtotext.throwaway.internal;

import java.util.List;

/** What a server that is started here does so that its data survive a crash of the machine. */
public enum Durability {
  /** Nothing: the data are thrown away anyhow. Commits are still synchronous, as in production. */
  NONE,
  /** All that PostgreSQL does by default, for tests about crashes. */
  FULL;

  /** The server settings that say so, each as {@code name=value}. */
  public List<String> settings() {
    return this == FULL ? List.of() : List.of("fsync=off", "full_page_writes=off");
  }
}
