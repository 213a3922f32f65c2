package io.speechtotext.app.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells this machine from others. */
final class Loopback {

  private Loopback() {}

  /** Whether every one of {@link HostList}'s hosts is this machine; asks for their addresses. */
  static boolean isAllOf(String hosts) {
    return Arrays.stream(hosts.split(",", -1)).allMatch(Loopback::is);
  }

  private static boolean is(String address) {
    String host = address.substring(0, address.lastIndexOf(':'));
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false; // the answer that was asked for
    }
  }
}
