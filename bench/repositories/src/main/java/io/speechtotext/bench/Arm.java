package io.speechtotext.bench;

/**
 * One way to do the thing that is measured.
 *
 * @param name for the table
 * @param client makes what one client does again and again; called once for each client
 */
record Arm(String name, ClientFactory client) {

  /** Makes a client. */
  interface ClientFactory {
    Client open(int number) throws Exception;
  }

  /** One client: used by one thread. */
  interface Client extends AutoCloseable {

    /** Does the thing once. */
    void once() throws Exception;

    @Override
    default void close() throws Exception {}
  }
}
