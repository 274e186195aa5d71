package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After what {@code ./orderly} builds again. */
class EditedFilesTest {
  private static final Instant BUILT = Instant.parse("2026-01-20T12:00:00Z");

  @TempDir private Path folder;
  private Path clone;
  private Path stamp;

  @BeforeEach
  void aCloneThatWasBuilt() throws IOException {
    // as in ~/src, where people keep their clones
    clone = folder.resolve("src/orderly");
    file("pom.xml");
    file("web-api/pom.xml");
    file("web-api/src/main/java/A.java");
    file("web-api/src/main/java/B.java");
    file("web-api/src/test/java/ATest.java");
    stamp = file("web-api/target/built");
    try (Stream<Path> all = Files.walk(clone)) {
      for (Path one : all.toList()) {
        date(one, BUILT.minusSeconds(60));
      }
    }
    date(stamp, BUILT);
  }

  @Test
  void areNoneWhenTheBuildAloneHasMadeFolders() throws Exception {
    file("web-api/target/classes/A.class");
    date(clone.resolve("web-api"), BUILT.plusSeconds(60));
    date(clone, BUILT.plusSeconds(60));

    assertThat(edited()).isEmpty();
  }

  @Test
  void areThoseThatWereChanged() throws Exception {
    date(clone.resolve("web-api/src/main/java/A.java"), BUILT.plusSeconds(60));
    date(clone.resolve("pom.xml"), BUILT.plusSeconds(60));

    assertThat(edited()).containsExactlyInAnyOrder("web-api/src/main/java/A.java", "pom.xml");
  }

  @Test
  void areFoldersFromWhichSomethingWasDeleted() throws Exception {
    Files.delete(clone.resolve("web-api/src/main/java/B.java"));

    assertThat(edited()).containsExactly("web-api/src/main/java");
  }

  @Test
  void areNoTests() throws Exception {
    file("web-api/src/test/java/BTest.java");

    assertThat(edited()).isEmpty();
  }

  private List<String> edited() throws Exception {
    ShellFunctions functions = new ShellFunctions(folder.resolve("tools"));
    String script = ". \"$SCRIPTS/edited.sh\"; edited \"$@\"";
    return functions
        .run(List.of("sh"), script, clone.toString(), stamp.toString(), "pom.xml", "web-api")
        .output()
        .lines()
        .toList();
  }

  private Path file(String name) throws IOException {
    Path file = clone.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name);
  }

  private static void date(Path path, Instant time) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(time));
  }
}
