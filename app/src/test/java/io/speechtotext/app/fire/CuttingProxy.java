package io.speechtotext.app.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server, and cuts connections at a chosen byte. Thread-safe. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
  private volatile boolean isDown;

  private CuttingProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  static CuttingProxy before(String host, int port) {
    try {
      CuttingProxy proxy = new CuttingProxy(host, port);
      Thread acceptor = new Thread(proxy::accept, "cutting-proxy");
      acceptor.setDaemon(true);
      acceptor.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (isDown) {
          client.close();
        } else {
          connections.add(ProxiedConnection.between(client, new Socket(host, port)));
        }
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Lets the connections that there are live until then, counting from now. */
  void arm(Cut cut) {
    connections.forEach(each -> each.arm(Optional.of(cut)));
  }

  /** Lets nobody in any more, as if the server were down. */
  void goDown() {
    isDown = true;
  }

  /** Lets everybody in again, and cuts nobody any more. */
  void recover() {
    isDown = false;
    connections.forEach(each -> each.arm(Optional.empty()));
    connections.removeIf(ProxiedConnection::isClosed);
  }

  /** Whether a connection was cut since it last recovered. */
  boolean hasCut() {
    return connections.stream().anyMatch(ProxiedConnection::wasCut);
  }

  /** How many bytes went that way since the connections were armed last. */
  long passed(Direction direction) {
    return connections.stream().mapToLong(each -> each.passed(direction)).sum();
  }

  @Override
  public void close() throws IOException {
    door.close();
    connections.forEach(ProxiedConnection::close);
  }
}
