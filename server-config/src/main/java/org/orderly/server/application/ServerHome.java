package org.orderly.server.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.orderly.server.component.HostPlatform;
import org.orderly.server.component.UnpackedPrograms;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.LaunchFailure;

/**
 * Payara Micro, unpacked once: its libraries, which are only read, and a configuration as it was
 * delivered, which each start copies.
 */
final class ServerHome {
  private final Distribution distribution;
  private final Path home;

  ServerHome(Distribution distribution, UnpackedPrograms unpackedPrograms) {
    this.distribution = distribution;
    Path server = distribution.server().resolve("payara-micro.jar");
    try {
      String name = "payara-" + Long.toHexString(Files.size(server));
      this.home = unpackedPrograms.once(name, folder -> unpack(server, folder));
    } catch (IOException e) {
      throw new LaunchFailure("The build is not complete: " + server + " is missing.");
    }
  }

  private static void unpack(Path server, Path folder) throws IOException {
    List<String> command = List.of(HostPlatform.java(), "-jar", server.toString());
    List<String> options = List.of("--rootdir", folder.toString(), "--outputlauncher");
    List<String> words = new ArrayList<>(command);
    words.addAll(options);
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0 || !Files.exists(folder.resolve("launch-micro.jar"))) {
        throw new LaunchFailure("Payara Micro could not be unpacked into " + folder + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted while Payara Micro was unpacked.");
    }
  }

  List<Path> classPath() {
    Path library = distribution.server().resolve("lib");
    return List.of(
        launcher(),
        library.resolve("postgresql.jar"),
        library.resolve("orderly-commit.jar"),
        library.resolve("orderly-logging.jar"));
  }

  private Path launcher() {
    return home.resolve("launch-micro.jar");
  }

  /** What the server's own start script would hand to Java. */
  List<String> javaOptions() {
    List<String> options = new ArrayList<>();
    try (JarFile jar = new JarFile(launcher().toFile())) {
      addAll(options, "--add-opens=", jar.getManifest(), "Add-Opens");
      addAll(options, "--add-exports=", jar.getManifest(), "Add-Exports");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    options.add("-Dfish.payara.micro.BootJar=" + launcher().toUri());
    options.add("-Dfish.payara.micro.UnpackDir=" + home);
    return options;
  }

  private static void addAll(List<String> options, String flag, Manifest manifest, String name) {
    for (String packageName : manifest.getMainAttributes().getValue(name).split(" ")) {
      options.add(flag + packageName + "=ALL-UNNAMED");
    }
  }

  /**
   * Makes the folder anew. The server keeps its configuration there, and would find everything of
   * the last start in it a second time.
   */
  void prepare(Path rootDir) {
    try {
      UnpackedPrograms.delete(rootDir);
      Files.createDirectories(rootDir);
      for (String part : List.of("config", "lib", "docroot")) {
        copy(home.resolve(part), rootDir.resolve(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
