package io.speechtotext.prover.trace;

import java.util.stream.Stream;

/**
 * The modes of a table lock, weakest first; as <a
 * href="https://www.postgresql.org/docs/current/explicit-locking.html">PostgreSQL's manual</a> has
 * them.
 */
public enum LockMode {
  ACCESS_SHARE("AccessShareLock", Blocks.NOTHING),
  ROW_SHARE("RowShareLock", Blocks.NOTHING),
  ROW_EXCLUSIVE("RowExclusiveLock", Blocks.NOTHING),
  SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", Blocks.NOTHING),
  SHARE("ShareLock", Blocks.WRITES),
  SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", Blocks.WRITES),
  EXCLUSIVE("ExclusiveLock", Blocks.WRITES),
  ACCESS_EXCLUSIVE("AccessExclusiveLock", Blocks.READS_AND_WRITES);

  /** What a service's statements wait for. */
  public enum Blocks {
    /** Reads and writes go on. */
    NOTHING,
    /** INSERT, UPDATE, DELETE wait. */
    WRITES,
    /** SELECT waits too. */
    READS_AND_WRITES
  }

  private final String serverName;
  private final Blocks blocks;

  LockMode(String serverName, Blocks blocks) {
    this.serverName = serverName;
    this.blocks = blocks;
  }

  static LockMode ofServerName(String name) {
    return Stream.of(values())
        .filter(mode -> mode.serverName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no lock mode: " + name));
  }

  /** As {@code pg_locks} prints it: {@code AccessExclusiveLock}. */
  public String serverName() {
    return serverName;
  }

  /** What waits while somebody holds it. */
  public Blocks blocks() {
    return blocks;
  }

  /** Whether anything of a service waits. */
  public boolean isBlocking() {
    return blocks != Blocks.NOTHING;
  }
}
