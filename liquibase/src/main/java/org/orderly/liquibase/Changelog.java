package org.orderly.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The changelog folder of one database, on the class path. */
final class Changelog {
  private final String folder;
  private final URL root;

  private Changelog(String folder, URL root) {
    this.folder = folder;
    this.root = root;
  }

  static Changelog of(String database) {
    String folder = "orderly/db/" + database;
    return new Changelog(
        folder, Changelog.class.getClassLoader().getResource(folder + "/changelog.yaml"));
  }

  boolean exists() {
    return root != null;
  }

  String path() {
    return folder + "/changelog.yaml";
  }

  /** Changes when any file of the folder changes. */
  String fingerprint() throws IOException {
    try {
      if (!"jar".equals(root.getProtocol())) {
        return digest(Path.of(root.toURI()).getParent());
      }
      try (FileSystem jar = FileSystems.newFileSystem(root.toURI(), Map.of())) {
        return digest(jar.getPath(folder));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static String digest(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    MessageDigest digest = sha256();
    for (Path file : files) {
      digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      try (InputStream content = Files.newInputStream(file)) {
        digest.update(content.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
