package org.orderly.tests.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.orderly.tests.bench.shop.BenchFailed;
import org.orderly.tests.bench.shop.Wait;

/** Deploys the bare resource beside the shop, into the folder that its server watches. */
record BareDeployment(Path folder) {

  static final String PATH = "/bare/ok";
  private static final String NAME = "bare.war";
  private static final Duration DEPLOYING = Duration.ofMinutes(2);

  /** Not loaded here, where there is no Jakarta REST. */
  private static final List<String> CLASSES = List.of("BareApplication", "BareResource");

  void deploy() {
    try {
      Files.createDirectories(folder);
      // outside of the folder that the server watches, until it is complete
      Path draft = folder.resolveSibling(NAME);
      write(draft);
      Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean done = Wait.upTo(DEPLOYING, () -> exists("_deployed") || exists("_deployFailed"));
    if (!done || exists("_deployFailed")) {
      throw new BenchFailed("the server does not deploy the bare resource");
    }
  }

  private boolean exists(String mark) {
    return Files.exists(folder.resolve(NAME + mark));
  }

  static void write(Path war) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (String name : CLASSES) {
        String entry = "org/orderly/tests/bench/bare/" + name + ".class";
        try (InputStream bytes = BareDeployment.class.getResourceAsStream("/" + entry)) {
          if (bytes == null) {
            throw new IOException("no class " + entry);
          }
          zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + entry));
          bytes.transferTo(zip);
        }
      }
      zip.putNextEntry(new ZipEntry("WEB-INF/beans.xml"));
      zip.write(
          ("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                  + " bean-discovery-mode=\"none\"/>")
              .getBytes(StandardCharsets.UTF_8));
    }
  }
}
