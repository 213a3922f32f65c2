package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;

/** A cache directory cannot be made, written to, or filled. Another directory may do. */
final class CacheException extends IOException {

  private static final long serialVersionUID = 1L;

  CacheException(IOException cause) {
    super(reason(cause), cause);
  }

  private static String reason(IOException cause) {
    return cause instanceof java.nio.file.FileSystemException e && e.getReason() == null
        ? e.getClass().getSimpleName() + " " + e.getMessage()
        : String.valueOf(cause.getMessage());
  }
}
