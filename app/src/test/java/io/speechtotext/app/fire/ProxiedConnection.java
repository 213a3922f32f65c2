package io.speechtotext.app.fire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One connection through the proxy, with a thread for each way. */
final class ProxiedConnection {

  private final Socket client;
  private final Socket server;
  private final Map<Direction, Long> passed = new EnumMap<>(Direction.class);
  private Optional<Cut> cut = Optional.empty();
  private boolean wasCut;

  private ProxiedConnection(Socket client, Socket server) {
    this.client = client;
    this.server = server;
  }

  static ProxiedConnection between(Socket client, Socket server) throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    ProxiedConnection connection = new ProxiedConnection(client, server);
    connection.pump(client, server, Direction.TO_SERVER);
    connection.pump(server, client, Direction.TO_CLIENT);
    return connection;
  }

  private void pump(Socket from, Socket to, Direction direction) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    Thread thread = new Thread(() -> pump(in, out, direction), "proxied-" + direction);
    thread.setDaemon(true);
    thread.start();
  }

  private void pump(InputStream in, OutputStream out, Direction direction) {
    byte[] buffer = new byte[8192];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, allowed(direction, read));
        if (endsAfter(direction)) {
          return;
        }
      }
      close();
    } catch (IOException e) {
      // One end is gone: the other is told.
      close();
    }
  }

  private synchronized int allowed(Direction direction, int read) {
    long before = passed(direction);
    long allowed =
        cut.filter(each -> each.direction() == direction)
            .map(each -> Math.min(read, each.bytes() - before))
            .orElse((long) read);
    passed.put(direction, before + allowed);
    return (int) allowed;
  }

  private synchronized boolean endsAfter(Direction direction) {
    boolean ends =
        cut.filter(each -> each.direction() == direction)
            .filter(each -> passed(direction) >= each.bytes())
            .isPresent();
    if (ends) {
      cut();
    }
    return ends;
  }

  private void cut() {
    if (isClosed()) {
      // Its client has gone meanwhile: there is nothing left to cut.
      return;
    }
    wasCut = true;
    try {
      if (cut.filter(Cut::isReset).isPresent()) {
        client.setSoLinger(true, 0);
        server.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
  }

  /** Counts anew. Where nothing is to get through, ends at once. */
  synchronized void arm(Optional<Cut> next) {
    passed.clear();
    cut = next;
    if (next.filter(each -> each.bytes() == 0).isPresent()) {
      cut();
    }
  }

  synchronized long passed(Direction direction) {
    return passed.getOrDefault(direction, 0L);
  }

  synchronized boolean wasCut() {
    return wasCut;
  }

  boolean isClosed() {
    return client.isClosed();
  }

  // Not while it is being cut.
  synchronized void close() {
    try {
      client.close();
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
