package org.orderly.server.setup;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that the build puts together: {@code lib} with the launcher and its libraries, {@code
 * server} with Payara Micro, the application and the resource adapter. What is unpacked from them
 * is kept beside them.
 */
public record Distribution(Path root) {
  public static final String PROPERTY = "orderly.dist";

  /** Beside the launcher's own classes, or where the system property {@code orderly.dist} says. */
  public static Distribution locate() {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      return new Distribution(Path.of(given).toAbsolutePath().normalize());
    }
    Path classes = ownClasses();
    Path installed = classes.getParent().getParent();
    boolean isInstalled = Files.isDirectory(installed.resolve("server/lib"));
    return new Distribution(isInstalled ? installed : classes.resolveSibling("dist"));
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path libraries() {
    return root.resolve("lib");
  }

  /** For a Java process of ours: the launcher's own libraries, always in the same order. */
  public List<Path> classPath() {
    try (Stream<Path> files = Files.list(libraries())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new LaunchFailure("The build is not complete: " + libraries() + " is missing.");
    }
  }

  public Path server() {
    return root.resolve("server");
  }

  public Path application() {
    return server().resolve("orderly.war");
  }

  public Path resourceAdapter() {
    return server().resolve("artemis-ra.rar");
  }

  public Path unpacked(String name) {
    return root.resolve("unpacked").resolve(name);
  }
}
