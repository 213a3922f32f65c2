package io.speechtotext.throwaway.internal.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.speechtotext.throwaway.internal.Owner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

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

  private static final Pattern DAEMON_MESSAGE =
      Pattern.compile("Status \\d+: \\{\"message\":\"(.*)\"}");
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
      Path home = Path.of(System.getProperty("user.home"));
      throw new DockerUnavailableException(
          "no Docker daemon can be used, at %s: %s"
              .formatted(DockerSockets.places(System.getenv(), home), firstLine(e)),
          e);
    }
  }

  /**
   * Sees that all images are there that a container needs, the reaper's too unless it is disabled.
   */
  void ensureImages(String image, Map<String, String> environment)
      throws DockerUnavailableException {
    ensureImage(substituted(image));
    if (ReaperHook.replacesReaper(environment)) {
      ReaperHook.loadClasses(client);
    } else {
      ensureReaperImage();
    }
  }

  private void ensureReaperImage() throws DockerUnavailableException {
    try {
      ensureImage(substituted(REAPER_IMAGE));
    } catch (DockerUnavailableException e) {
      throw new DockerUnavailableException(
          e.getMessage()
              + "; it is Testcontainers' reaper, and "
              + ReaperHook.DISABLED
              + "=true does without",
          e);
    }
  }

  // As Testcontainers will, for where images come through a mirror.
  private static String substituted(String image) {
    return ImageNameSubstitutor.instance()
        .apply(DockerImageName.parse(image))
        .asCanonicalNameString();
  }

  private void ensureImage(String image) throws DockerUnavailableException {
    try {
      client.inspectImageCmd(image).exec();
    } catch (NotFoundException e) {
      log.info("Pulling the image {}", image);
      ImagePull.of(client, image);
    } catch (RuntimeException e) {
      throw new DockerUnavailableException("Docker does not answer: " + firstLine(e), e);
    }
  }

  /** Removes the containers of owners that live no more, and no others. */
  void sweep() throws DockerUnavailableException {
    for (Container container : ours()) {
      String owner = container.getLabels().getOrDefault(OWNER_LABEL, "");
      if (Owner.ofName(owner).filter(Owner::isGone).isPresent()) {
        remove(container.getId());
      }
    }
  }

  private List<Container> ours() throws DockerUnavailableException {
    try {
      return client
          .listContainersCmd()
          .withShowAll(true)
          .withLabelFilter(List.of(OWNER_LABEL))
          .exec();
    } catch (RuntimeException e) {
      throw new DockerUnavailableException("Docker does not answer: " + firstLine(e), e);
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

  /** What a failure says, without the JSON that the daemon wraps it in. */
  static String firstLine(Throwable e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    Matcher wrapped = DAEMON_MESSAGE.matcher(line);
    return wrapped.matches() ? wrapped.group(1).replace("\\\"", "\"") : line;
  }
}
