package org.orderly.tests.supply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.orderly.tests.supply.Bill.Component;

/** The files that the build delivers. */
final class Delivery {

  private static final Path DIST = Path.of(System.getProperty("orderly.dist")).normalize();

  /** The clone. */
  static final Path HOME = DIST.getParent().getParent().getParent();

  private Delivery() {}

  static List<Bill> bills() throws IOException {
    return List.of(
        Bill.of(HOME.resolve("web-api")),
        Bill.of(HOME.resolve("jms-config")),
        Bill.of(HOME.resolve("server-config")));
  }

  /** The libraries in an archive of ours, by file name. */
  static List<String> libraries(String archive) throws IOException {
    try (ZipFile zip = new ZipFile(DIST.resolve("server").resolve(archive).toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(Delivery::isJar)
          .map(Delivery::file)
          .toList();
    }
  }

  /** The libraries on the launcher's class path, by file name. */
  static List<String> launcherLibraries() throws IOException {
    try (Stream<Path> files = Files.list(DIST.resolve("lib"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What the server brings itself, as far as its libraries say what is in them. */
  static List<Component> insideTheServer() throws IOException {
    List<Component> components = new ArrayList<>();
    try (ZipFile server = new ZipFile(DIST.resolve("server/payara-micro.jar").toFile())) {
      server.stream()
          .filter(entry -> isJar(entry.getName()))
          .forEach(library -> components.addAll(contents(server, library)));
    }
    return components;
  }

  private static List<Component> contents(ZipFile server, ZipEntry library) {
    List<Component> said = new ArrayList<>();
    try (InputStream content = server.getInputStream(library);
        ZipInputStream inner = new ZipInputStream(content)) {
      for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
        if (entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties")) {
          Properties pom = new Properties();
          pom.load(inner);
          said.add(
              new Component(
                  pom.getProperty("groupId"),
                  pom.getProperty("artifactId"),
                  pom.getProperty("version"),
                  List.of()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said;
  }

  private static boolean isJar(String name) {
    return name.endsWith(".jar");
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
