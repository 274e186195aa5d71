package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A full server refuses an EJB module without an enterprise bean; Payara Micro does not. */
class EjbModulesTest {

  private static final Path MODULES = Path.of("../ejb-modules");
  private static final Pattern ENTERPRISE_BEAN =
      Pattern.compile("import jakarta\\.ejb\\.(Singleton|Stateless|MessageDriven);");

  @Test
  void haveAnEnterpriseBean() throws IOException {
    List<Path> modules = ejbModules();
    assertThat(modules).isNotEmpty();
    for (Path module : modules) {
      try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
        assertThat(files.filter(Files::isRegularFile))
            .as(module.toString())
            .anyMatch(file -> ENTERPRISE_BEAN.matcher(read(file)).find());
      }
    }
  }

  private static List<Path> ejbModules() throws IOException {
    try (Stream<Path> folders = Files.list(MODULES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .filter(folder -> read(folder.resolve("pom.xml")).contains("<packaging>ejb</packaging>"))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
