package org.orderly.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that signs tokens and the public keys that verify them, as the keys folder says now.
 *
 * <p>A key signs from the time on that its public half names ({@code nbf}), the latest such key
 * first; a public half that names an end ({@code exp}) is published until then. So a rotation only
 * writes files, and every instance follows. What cannot be read leaves everything as it was.
 */
@ApplicationScoped
class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LOOK_AFTER_FAILURE = Duration.ofSeconds(10);

  private final KeyFiles files;
  private final Clock clock;
  private KeyFiles.Content content;
  private List<FileTime> stamp;
  private Instant nextLook;

  /**
   * @throws IllegalStateException naming what is wrong with the folder
   */
  @Inject
  SigningKeys(
      @ConfigProperty(name = "orderly.keys.dir") String folder,
      @ConfigProperty(name = "orderly.signing.key") Optional<String> external,
      Clock clock) {
    this.files = new KeyFiles(Path.of(folder), external);
    this.clock = clock;
    try {
      stamp = files.stamp();
      content = files.read();
      nextLook = clock.instant().plus(LOOK);
      files.warnOfReaders();
    } catch (IOException | ParseException | JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot read the signing keys in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The latest key whose time has come; if none has, the one whose comes first. */
  SigningKey signingKey() {
    Instant now = clock.instant();
    List<SigningKey> keys = current(now).signing();
    return keys.stream()
        .filter(key -> !key.from().isAfter(now))
        .max(Comparator.comparing(SigningKey::from))
        .orElseGet(() -> keys.stream().min(Comparator.comparing(SigningKey::from)).orElseThrow());
  }

  /** Without those that have ended. */
  JWKSet publicKeys() {
    Instant now = clock.instant();
    return new JWKSet(
        current(now).published().getKeys().stream()
            .filter(
                key ->
                    key.getExpirationTime() == null
                        || key.getExpirationTime().toInstant().isAfter(now))
            .toList());
  }

  private synchronized KeyFiles.Content current(Instant now) {
    if (now.isBefore(nextLook)) {
      return content;
    }
    nextLook = now.plus(LOOK);
    try {
      List<FileTime> seen = files.stamp();
      if (!seen.equals(stamp)) {
        content = files.read();
        stamp = seen;
      }
    } catch (IOException | ParseException | JOSEException | GeneralSecurityException e) {
      LOG.log(Level.WARNING, "The keys folder cannot be read; the keys stay as they were", e);
      nextLook = now.plus(LOOK_AFTER_FAILURE);
    }
    return content;
  }
}
