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
   * Sweeps the cache, and takes from it programs and a copy of the cluster.
   *
   * @throws CacheException when the directory cannot be used
   */
  static Prepared in(Path cacheDirectory, ServerUser user, PostgresVersion version)
      throws CacheException {
    try {
      Cache cache = Cache.in(cacheDirectory, user);
      Leftovers.sweep(cache);
      Binaries binaries = Binaries.in(cache, user, version);
      Path work = cache.newWork(user);
      String password = new Cluster(cache, user, binaries).copyTo(work.resolve("data"));
      return new Prepared(user, binaries, work, password);
    } catch (IOException e) {
      throw new CacheException(e);
    }
  }

  /** Starts the server; the caller closes it. */
  Postmaster start(int port, Durability durability) throws IOException {
    Path log = work.resolve("postgres.log");
    return Postmaster.start(binaries, user, work.resolve("data"), log, port, durability);
  }
}
