package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/architecture.md} shows the modules as they are. With the system property {@code
 * orderly.docs.write} its generated parts are written anew. The number of files may drift by a
 * fifth, so that not every new file has to change the page.
 */
class ArchitecturePageTest {
  private static final Path FILE = SourceTree.CLONE.resolve("docs/architecture.md");
  private static final Pattern SIZE = Pattern.compile("\\| (\\d+) files \\|");
  private static final Percentage DRIFT = Percentage.withPercentage(20);
  private static final String COMMAND =
      "write the page anew: mvn -q test -pl system-tests -am -Dtest=ArchitecturePageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dorderly.docs.write=true";

  @Test
  void showsTheModulesAsTheyAre() throws IOException {
    String page = Files.readString(FILE);
    String renewed = new ArchitecturePage(ModuleGraph.ofMainClasses()).renewed(page);
    if (Boolean.getBoolean("orderly.docs.write")) {
      Files.writeString(FILE, renewed);
      page = renewed;
    }

    assertThat(withoutSizes(page)).as(COMMAND).isEqualTo(withoutSizes(renewed));
    List<Integer> told = sizes(page);
    List<Integer> real = sizes(renewed);
    for (int module = 0; module < real.size(); module++) {
      assertThat(told.get(module)).as(COMMAND).isCloseTo(real.get(module), DRIFT);
    }
  }

  private static String withoutSizes(String page) {
    return SIZE.matcher(page).replaceAll("| files |");
  }

  private static List<Integer> sizes(String page) {
    return SIZE.matcher(page).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }
}
