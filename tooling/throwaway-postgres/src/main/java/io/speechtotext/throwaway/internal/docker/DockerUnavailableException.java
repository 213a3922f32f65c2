package io.speechtotext.throwaway.internal.docker;

import java.io.IOException;

/** No daemon answers, or the image can be neither found nor pulled. Another rung may do. */
public final class DockerUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  DockerUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }

  DockerUnavailableException(String reason) {
    super(reason);
  }
}
