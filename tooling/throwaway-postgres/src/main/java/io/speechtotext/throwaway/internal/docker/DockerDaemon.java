package io.speechtotext.throwaway.internal.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.speechtotext.throwaway.internal.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * The daemon that Testcontainers finds, and what is asked of it beside running a container.
 *
 * <p>Asked past Testcontainers' own client, for that starts its reaper first, and tries for minutes
 * to pull the reaper's image where that cannot be had.
 */
final class DockerDaemon {

  /** The label that says whose a container is; its value is an {@link Owner#token()}. */
  static final String OWNER_LABEL = "io.speechtotext.throwaway.owner";

  /** What Testcontainers 2.0.5 starts beside the first container; a test compares. */
  static final String REAPER_IMAGE = "testcontainers/ryuk:0.14.0";

  private static final Logger log = LoggerFactory.getLogger(DockerDaemon.class);

  private final DockerClient client;

  private DockerDaemon(DockerClient client) {
    this.client = client;
  }

  /** Finds the daemon as Testcontainers does. */
  static DockerDaemon connect() throws DockerUnavailableException {
    List<DockerClientProviderStrategy> strategies = new ArrayList<>();
    ServiceLoader.load(
            DockerClientProviderStrategy.class, DockerClientProviderStrategy.class.getClassLoader())
        .forEach(strategies::add);
    try {
      return new DockerDaemon(
          DockerClientProviderStrategy.getFirstValidStrategy(strategies).getDockerClient());
    } catch (RuntimeException e) {
      throw new DockerUnavailableException("no Docker daemon can be used: " + firstLine(e), e);
    }
  }

  /**
   * Sees that all images are there that a container needs, the reaper's too unless it is disabled.
   */
  void ensureImages(String image, Map<String, String> environment)
      throws DockerUnavailableException {
    ensureImage(image);
    if (!Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"))) {
      ensureImage(REAPER_IMAGE);
    }
  }

  private void ensureImage(String image) throws DockerUnavailableException {
    try {
      client.inspectImageCmd(image).exec();
    } catch (NotFoundException e) {
      log.info("Pulling the image {}", image);
      ImagePull.of(client, image);
    } catch (DockerException e) {
      throw new DockerUnavailableException("Docker does not answer: " + firstLine(e), e);
    }
  }

  /** Removes the containers of owners that live no more, and no others. */
  void sweep() {
    List<Container> ours =
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER_LABEL)).exec();
    for (Container container : ours) {
      String owner = container.getLabels().getOrDefault(OWNER_LABEL, "");
      if (Owner.ofName(owner).filter(Owner::isGone).isPresent()) {
        remove(container.getId());
      }
    }
  }

  private void remove(String id) {
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (DockerException e) {
      // Another build may be removing it at this moment; this build does not need it gone.
      log.debug("Could not remove the container {}", id, e);
    }
  }

  static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
