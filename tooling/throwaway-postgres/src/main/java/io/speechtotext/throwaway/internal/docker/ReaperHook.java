package io.speechtotext.throwaway.internal.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.PruneType;
import java.util.Map;

/**
 * Where its reaper is disabled, Testcontainers cleans up in a shutdown hook. Maven closes a
 * plugin's class loader before that, and the hook would end in a stack trace for want of its
 * classes.
 */
final class ReaperHook {

  /** The variable that disables the reaper. */
  static final String DISABLED = "TESTCONTAINERS_RYUK_DISABLED";

  private static final String LABEL_OF_NOBODY = "io.speechtotext.throwaway.nobody";

  private ReaperHook() {}

  /** Whether the hook takes the reaper's place. */
  static boolean replacesReaper(Map<String, String> environment) {
    return Boolean.parseBoolean(environment.get(DISABLED));
  }

  /** Loads what the hook will need, by asking of the daemon what it will ask, to no effect. */
  static void loadClasses(DockerClient client) {
    client.pruneCmd(PruneType.NETWORKS).withLabelFilter(LABEL_OF_NOBODY).exec();
    try {
      // What the compiler made of the switch in it.
      Class.forName(
          "org.testcontainers.utility.JVMHookResourceReaper$1",
          true,
          org.testcontainers.DockerClientFactory.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this Testcontainers cleans up in another way", e);
    }
  }
}
