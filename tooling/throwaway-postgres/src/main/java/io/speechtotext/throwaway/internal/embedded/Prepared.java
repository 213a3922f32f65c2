package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import java.io.IOException;
import java.nio.file.Path;

/**
 * All that a server needs to start.
 *
 * @param work the directory of this one server
 * @param password of {@link Cluster#USER}
 */
record Prepared(ServerUser user, Binaries binaries, Path work, String password) {

  /**
   * Sweeps what earlier builds left, and takes from the cache programs and a copy of the cluster.
   *
   * @throws CacheException when the directory cannot be used
   */
  static Prepared in(
      Path cacheDirectory, ServerUser user, PostgresVersion version, Durability durability)
      throws CacheException {
    try {
      Cache cache = Cache.in(cacheDirectory, user);
      WorkArea servers = WorkArea.forServers(cache.workArea(), durability);
      Leftovers.sweep(cache.workArea());
      Leftovers.sweep(servers);
      Binaries binaries = Binaries.in(cache, user, version);
      return in(servers, user, binaries, new Cluster(cache, user, binaries));
    } catch (IOException e) {
      throw new CacheException(e);
    }
  }

  private static Prepared in(WorkArea servers, ServerUser user, Binaries binaries, Cluster cluster)
      throws IOException {
    Path work = servers.newDirectory(user);
    try {
      return new Prepared(user, binaries, work, cluster.copyTo(work.resolve("data")));
    } catch (IOException e) {
      Trees.delete(work);
      throw e;
    }
  }

  /** Starts the server; the caller closes it. */
  Postmaster start(int port, Durability durability) throws IOException {
    Path log = work.resolve("postgres.log");
    return Postmaster.start(binaries, user, work.resolve("data"), log, port, durability);
  }
}
