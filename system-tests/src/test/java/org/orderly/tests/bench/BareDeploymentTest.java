package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareDeploymentTest {

  @Test
  void isAnApplicationOfTwoClassesWithoutBeans(@TempDir Path folder) throws IOException {
    Path war = folder.resolve("bare.war");
    BareDeployment.write(war);
    try (ZipFile zip = new ZipFile(war.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder(
              "WEB-INF/classes/org/orderly/tests/bench/bare/BareApplication.class",
              "WEB-INF/classes/org/orderly/tests/bench/bare/BareResource.class",
              "WEB-INF/beans.xml");
    }
  }
}
