package org.orderly.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.orderly.server.component.Deadline;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;

/**
 * The folder of the signing keys: {@code jwks.json} with all public halves, the first private half
 * as {@code signing-key.pem} and each later one as {@code signing-<id>.pem}.
 *
 * <p>Every file is there with all its content or not at all, and its owner alone can read it.
 */
final class KeyFolder {
  private static final String PUBLIC = "jwks.json";
  private static final String FIRST = "signing-key.pem";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final DataFolder files;

  KeyFolder(Path path) {
    this.path = path;
    this.files = new DataFolder(path);
  }

  /** While it is open, nobody else changes the folder. */
  record Hold(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Waits a little for whoever has it. */
  Hold hold() {
    Deadline deadline = Deadline.in(PATIENCE);
    List<Hold> held = new ArrayList<>(1);
    if (!deadline.await(() -> tryHold().map(held::add).orElse(false))) {
      throw new LaunchFailure("Somebody else changes the keys in " + path + ". Try again.");
    }
    return held.get(0);
  }

  private Optional<Hold> tryHold() {
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock() != null) {
          return Optional.of(new Hold(channel));
        }
      } catch (OverlappingFileLockException e) {
        // The same process has it: the same answer.
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new LaunchFailure("The signing keys in " + path + " cannot be changed: " + e + ".");
    }
  }

  void open() {
    files.folder("");
  }

  Path path() {
    return path;
  }

  void requireMade() {
    if (!Files.isDirectory(path)) {
      throw new LaunchFailure(
          "There are no signing keys in " + path + " yet: the first start makes one.");
    }
  }

  /** As secrets are that somebody else brings. */
  boolean isReadOnly() {
    return !Files.isWritable(path);
  }

  boolean isEmpty() {
    return !Files.exists(path.resolve(PUBLIC)) || privateHalves().isEmpty();
  }

  /** In the order of the file. */
  List<TrustedKey> keys() {
    List<TrustedKey> keys = new ArrayList<>();
    Set<String> ours = privateHalves().keySet();
    try {
      if (Files.exists(path.resolve(PUBLIC))) {
        for (JsonNode jwk : JSON.readTree(path.resolve(PUBLIC).toFile()).path("keys")) {
          keys.add(new TrustedKey((ObjectNode) jwk, ours.contains(jwk.path("n").asText())));
        }
      }
      return keys;
    } catch (IOException | ClassCastException e) {
      throw new LaunchFailure(path.resolve(PUBLIC) + " is no JSON Web Key Set (RFC 7517).");
    }
  }

  /** Files by the modulus of the key in them. */
  private Map<String, Path> privateHalves() {
    Map<String, Path> found = new HashMap<>();
    for (Path file : pemFiles()) {
      try {
        found.put(RsaPair.read(Files.readString(file)).modulus(), file);
      } catch (IOException | GeneralSecurityException | ClassCastException e) {
        throw new LaunchFailure(file + " holds no RSA key (PKCS #8).");
      }
    }
    return found;
  }

  private List<Path> pemFiles() {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.getFileName().toString().matches("signing-.*\\.pem")).toList();
    } catch (IOException e) {
      throw new LaunchFailure("The signing keys in " + path + " cannot be read: " + e + ".");
    }
  }

  TrustedKey entry(RsaPair pair, Instant madeAt, Instant signsFrom) {
    ObjectNode jwk = JSON.createObjectNode();
    pair.jwk().forEach(jwk::put);
    jwk.put("iat", madeAt.getEpochSecond());
    // never before the time that was meant
    jwk.put("nbf", signsFrom.getEpochSecond() + (signsFrom.getNano() > 0 ? 1 : 0));
    return new TrustedKey(jwk, true);
  }

  void publish(List<TrustedKey> keys) {
    ObjectNode set = JSON.createObjectNode();
    keys.forEach(key -> set.withArray("keys").add(key.jwk()));
    files.write(PUBLIC, set + "\n");
  }

  void writeFirst(RsaPair pair) {
    files.write(FIRST, pair.pem());
  }

  void write(String id, RsaPair pair) {
    files.write("signing-" + id + ".pem", pair.pem());
  }

  /** Deletes all private halves but those of these keys. */
  void keepPrivate(List<TrustedKey> keys) {
    List<String> kept = keys.stream().map(key -> key.jwk().path("n").asText()).toList();
    privateHalves()
        .forEach(
            (modulus, file) -> {
              if (!kept.contains(modulus)) {
                delete(file);
              }
            });
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes from group and others whatever rights they have to the private halves. */
  void closeToOthers() {
    for (Path file : pemFiles()) {
      try {
        Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        if (rights.retainAll(PosixFilePermissions.fromString("rwx------"))) {
          Files.setPosixFilePermissions(file, rights);
        }
      } catch (IOException e) {
        throw new LaunchFailure("Others may read " + file + ", and that cannot be changed: " + e);
      }
    }
  }
}
