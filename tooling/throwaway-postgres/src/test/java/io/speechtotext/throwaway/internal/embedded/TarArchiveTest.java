package io.speechtotext.throwaway.internal.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarArchiveTest {

  @TempDir Path directory;

  @Test
  void keepsContentAndWhetherAFileIsAProgram() throws IOException {
    Path target = directory.resolve("target");
    TarArchive.unpack(archiveOf("some/where/program", 0755), target);
    TarArchive.unpack(archiveOf("some/where/text", 0644), target);
    assertThat(target.resolve("some/where/program")).hasContent("content").isExecutable();
    assertThat(Files.isExecutable(target.resolve("some/where/text"))).isFalse();
  }

  @Test
  void refusesAnEntryThatLeadsOutOfTheTarget() {
    assertThatThrownBy(
            () -> TarArchive.unpack(archiveOf("../outside", 0644), directory.resolve("target")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("../outside");
    assertThat(directory.resolve("outside")).doesNotExist();
  }

  @Test
  void refusesAnArchiveThatIsCutShort() throws IOException {
    byte[] whole = archiveOf("file", 0644).readAllBytes();
    InputStream part = new ByteArrayInputStream(whole, 0, whole.length / 2);
    assertThatThrownBy(() -> TarArchive.unpack(part, directory.resolve("target")))
        .isInstanceOf(IOException.class);
  }

  private static InputStream archiveOf(String name, int mode) throws IOException {
    byte[] content = "content".getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setMode(mode);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
