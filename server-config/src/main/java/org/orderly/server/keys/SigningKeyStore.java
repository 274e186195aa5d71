package org.orderly.server.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.orderly.server.component.LaunchConsole;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

/**
 * The RSA keys that sign access tokens: how the first comes to be, and how one follows another.
 *
 * <p>A rotation writes the new private half, then publishes the public one with the time from which
 * it signs: late enough for every instance to have read it. From then on the key before is done;
 * its private half is removed, its public half stays until no token that it signed can be alive.
 * All of that stands in the folder, so that it goes on whoever is stopped in between.
 */
public final class SigningKeyStore {
  /** The longest life of an access token, and as long again as clocks may differ. */
  static final Duration OUTLIVES = Duration.ofMinutes(15 + 5);

  /** A bound to what is published. */
  static final int MOST = 5;

  private final KeyFolder folder;
  private final Optional<String> external;

  /**
   * @param external the private half as PEM or the path of such a file, if it is kept elsewhere
   */
  SigningKeyStore(KeyFolder folder, Optional<String> external) {
    this.folder = folder;
    this.external = external;
  }

  /** As configured: in the data folder or in {@code ORDERLY_KEYS_DIR}. */
  public static SigningKeyStore of(LaunchSettings launchSettings) {
    Path path =
        launchSettings
            .variable("ORDERLY_KEYS_DIR")
            .map(Path::of)
            .orElse(launchSettings.dataDir().resolve("keys"));
    return new SigningKeyStore(new KeyFolder(path), launchSettings.variable("ORDERLY_SIGNING_KEY"));
  }

  /**
   * What a start needs: a key that signs, whose public half is known, and private halves that
   * nobody else can read. A folder that cannot be written is taken as it is.
   */
  public Path ensure(Instant now) {
    folder.open();
    if (folder.isReadOnly()) {
      return folder.path();
    }
    try (KeyFolder.Hold hold = folder.hold()) {
      if (external.isPresent()) {
        publishExternal(now);
      } else if (folder.isEmpty()) {
        RsaPair first = RsaPair.generate();
        // The private key is written last: while it is missing, the pair is made anew.
        folder.publish(List.of(folder.entry(first, now, now)));
        folder.writeFirst(first);
      }
    }
    folder.closeToOthers();
    tidy(now);
    return folder.path();
  }

  private void publishExternal(Instant now) {
    RsaPair pair = readExternal();
    List<TrustedKey> keys = new ArrayList<>(folder.keys());
    if (keys.stream().noneMatch(key -> key.has(pair.modulus()))) {
      keys.add(folder.entry(pair, now, now));
      folder.publish(keys);
    }
  }

  private RsaPair readExternal() {
    String given = external.orElseThrow();
    try {
      return RsaPair.read(given.contains("-----BEGIN") ? given : Files.readString(Path.of(given)));
    } catch (IOException | GeneralSecurityException | java.nio.file.InvalidPathException e) {
      throw new LaunchFailure(
          "ORDERLY_SIGNING_KEY must hold an RSA key (PKCS #8, PEM) or name a file with one.");
    }
  }

  /**
   * Makes and publishes the next key.
   *
   * @param lead from its publication until it signs
   * @throws LaunchFailure if one is on its way already, or too many have not ended yet
   */
  TrustedKey rotate(Instant now, Duration lead) {
    if (external.isPresent()) {
      throw new LaunchFailure(
          "The signing key comes from ORDERLY_SIGNING_KEY: replace it where it is kept.");
    }
    folder.requireMade();
    tidy(now);
    try (KeyFolder.Hold hold = folder.hold()) {
      List<TrustedKey> keys = new ArrayList<>(folder.keys());
      refuseTooMany(keys, now);
      Instant signsFrom = now.plus(lead);
      keys.stream()
          .filter(key -> key.signs() && !key.isReplaced())
          .forEach(key -> key.endAt(signsFrom.plus(OUTLIVES)));
      RsaPair pair = RsaPair.generate();
      TrustedKey next = folder.entry(pair, now, signsFrom);
      folder.write(next.id(), pair);
      keys.add(next);
      folder.publish(keys);
      return next;
    }
  }

  private static void refuseTooMany(List<TrustedKey> keys, Instant now) {
    List<TrustedKey> ours = keys.stream().filter(TrustedKey::isOurs).toList();
    if (ours.stream().noneMatch(TrustedKey::signs)) {
      throw new LaunchFailure("There is no signing key here yet: the first start makes one.");
    }
    for (TrustedKey key : ours) {
      if (key.signsFrom().isAfter(now)) {
        throw new LaunchFailure("Key " + key.id() + " is next, from " + key.signsFrom() + " on.");
      }
    }
    if (ours.size() >= MOST) {
      Instant first = ours.stream().map(TrustedKey::endsAt).min(Comparator.naturalOrder()).get();
      throw new LaunchFailure(
          ours.size() + " keys may still have tokens about. Rotate again after " + first + ".");
    }
  }

  /** What a rotation left to do, if nobody waited for it; what goes wrong is only told. */
  public void tidy(LaunchConsole launchConsole) {
    try {
      tidy(Instant.now());
    } catch (LaunchFailure e) {
      launchConsole.say(e.getMessage());
    }
  }

  /** Removes public halves that ended and private halves that a later key has replaced. */
  void tidy(Instant now) {
    if (folder.isReadOnly()) {
      return;
    }
    try (KeyFolder.Hold hold = folder.hold()) {
      List<TrustedKey> keys = folder.keys();
      List<TrustedKey> alive = keys.stream().filter(key -> key.endsAt().isAfter(now)).toList();
      if (alive.size() < keys.size()) {
        folder.publish(alive);
      }
      signing(alive, now).ifPresent(current -> folder.keepPrivate(replacing(alive, current)));
    }
  }

  /** The current key and those that will follow it. */
  private static List<TrustedKey> replacing(List<TrustedKey> keys, TrustedKey current) {
    return keys.stream()
        .filter(key -> key.signs() && !key.signsFrom().isBefore(current.signsFrom()))
        .toList();
  }

  /** The key that signs now: the latest whose time has come. */
  private static Optional<TrustedKey> signing(List<TrustedKey> keys, Instant now) {
    return keys.stream()
        .filter(key -> key.signs() && !key.signsFrom().isAfter(now))
        .max(Comparator.comparing(TrustedKey::signsFrom));
  }

  /**
   * @throws LaunchFailure if there is no folder, or it cannot be read
   */
  List<TrustedKey> keys() {
    folder.requireMade();
    return folder.keys();
  }

  /** The id of the key that signs now; empty if there is none. */
  String signing(Instant now) {
    List<TrustedKey> keys = folder.keys();
    if (external.isPresent()) {
      String modulus = readExternal().modulus();
      return keys.stream()
          .filter(key -> key.has(modulus))
          .map(TrustedKey::id)
          .findFirst()
          .orElse("");
    }
    return signing(keys, now).map(TrustedKey::id).orElse("");
  }
}
