package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** A temporary directory that other accounts may look into, for the server may run as one. */
final class ReachableDirectory implements TempDirFactory {

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    Path directory = Files.createTempDirectory("throwaway-test-");
    Trees.permit(directory, "rwxr-xr-x");
    return directory.toRealPath();
  }
}
