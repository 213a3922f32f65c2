package io.speechtotext.throwaway.internal.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One try to pull an image: a build is waiting, and there may be another rung. */
final class ImagePull extends ResultCallback.Adapter<PullResponseItem> {

  private static final long LIMIT_MINUTES = 5;

  private volatile @Nullable Throwable failure;

  private ImagePull() {}

  /**
   * Pulls {@code image}.
   *
   * @throws DockerUnavailableException when it cannot be pulled; says why
   */
  static void of(DockerClient client, String image) throws DockerUnavailableException {
    ImagePull pull = client.pullImageCmd(image).exec(new ImagePull());
    boolean ended = await(pull, image);
    Throwable failure = pull.failure;
    if (failure != null) {
      throw new DockerUnavailableException(
          "the image %s is not there and cannot be pulled (%s)"
              .formatted(image, DockerDaemon.firstLine(failure)),
          failure);
    }
    if (!ended) {
      throw new DockerUnavailableException(
          "the image %s was not pulled within %d min".formatted(image, LIMIT_MINUTES));
    }
  }

  private static boolean await(ImagePull pull, String image) throws DockerUnavailableException {
    try {
      return pull.awaitCompletion(LIMIT_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DockerUnavailableException("interrupted while pulling " + image, e);
    } catch (RuntimeException e) {
      throw new DockerUnavailableException(
          "the image %s is not there and cannot be pulled (%s)"
              .formatted(image, DockerDaemon.firstLine(e)),
          e);
    }
  }

  // The library's own way logs the failure as an error, which it may not be.
  @Override
  public void onError(Throwable throwable) {
    failure = throwable;
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
