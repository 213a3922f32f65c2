package io.speechtotext.app.fire;

/** Which way bytes go. */
enum Direction {
  TO_SERVER,
  TO_CLIENT
}
