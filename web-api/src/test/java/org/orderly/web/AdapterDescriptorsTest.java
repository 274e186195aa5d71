package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each message-driven bean has its resource adapter named for Payara and for GlassFish. */
class AdapterDescriptorsTest {
  private static final Pattern NAMED =
      Pattern.compile(
          "<ejb-name>(\\w+)</ejb-name>\\s*<mdb-resource-adapter>\\s*"
              + "<resource-adapter-mid>artemis-ra</resource-adapter-mid>");
  private static final Path MODULES = Path.of("../ejb-modules");

  @Test
  void payaraKnowsEveryListener() throws IOException {
    assertThat(namedIn(Path.of("src/main/webapp/WEB-INF/payara-ejb-jar.xml")))
        .containsExactlyInAnyOrderElementsOf(listenersBelow(MODULES))
        .isNotEmpty();
  }

  @Test
  void glassFishKnowsEveryListenerInItsOwnModule() throws IOException {
    try (Stream<Path> modules = Files.list(MODULES)) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        Path file = module.resolve("src/main/resources/META-INF/glassfish-ejb-jar.xml");
        List<String> named = Files.exists(file) ? namedIn(file) : List.of();
        assertThat(named)
            .as(module.toString())
            .containsExactlyInAnyOrderElementsOf(listenersBelow(module));
      }
    }
  }

  private static List<String> namedIn(Path file) throws IOException {
    return NAMED
        .matcher(Files.readString(file))
        .results()
        .map(AdapterDescriptorsTest::name)
        .toList();
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  private static List<String> listenersBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().contains("src/main/java"))
          .filter(file -> file.toString().endsWith("Listener.java"))
          .filter(AdapterDescriptorsTest::isMessageDriven)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .toList();
    }
  }

  private static boolean isMessageDriven(Path file) {
    try {
      return Files.readString(file).contains("@MessageDriven(");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
