package io.speechtotext.app.job;

import java.util.UUID;

/** A file that has been kept long enough, and that somebody is about to remove. Immutable. */
public final class ExpiredAudio {

  private final int id;
  private final UUID token;
  private final String storagePath;

  ExpiredAudio(int id, UUID token, String storagePath) {
    this.id = id;
    this.token = token;
    this.storagePath = storagePath;
  }

  int id() {
    return id;
  }

  UUID token() {
    return token;
  }

  /** Where it is stored; it may be gone already, when an earlier sweep was interrupted. */
  public String storagePath() {
    return storagePath;
  }

  @Override
  public String toString() {
    return storagePath;
  }
}
