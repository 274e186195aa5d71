package org.orderly.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temporary;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = new DataFolder(temporary.resolve("data"));
    folder.open();
  }

  @Test
  void letsOnlyItsOwnerLookInside() throws IOException {
    folder.folder("keys");
    folder.write("keys/secret", "x");

    assertThat(permissions("")).isEqualTo("rwx------");
    assertThat(permissions("keys")).isEqualTo("rwx------");
    assertThat(permissions("keys/secret")).isEqualTo("rw-------");
  }

  @Test
  void opensAgainWhatItMade() {
    new DataFolder(folder.root()).open();

    assertThat(folder.path("version")).hasContent("1");
  }

  @Test
  void refusesAFolderOfANewerVersionInOneLine() {
    folder.write("version", "2\n");

    assertThatThrownBy(folder::open)
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("made by a newer Orderly (layout 2, this one knows 1)")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesAVersionThatIsNoNumber() {
    folder.write("version", "new\n");

    assertThatThrownBy(folder::open)
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("holds no number");
  }

  @Test
  void belongsToOneLauncherAtATime() throws IOException {
    try (FileChannel first = folder.lock()) {
      assertThat(first.isOpen()).isTrue();
      assertThatThrownBy(() -> new DataFolder(folder.root()).lock())
          .isInstanceOf(LaunchFailure.class)
          .hasMessageStartingWith("Orderly is already running on " + folder.root());
    }
    folder.lock().close();
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path(name)));
  }
}
