package org.orderly.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The keys folder: {@code jwks.json} with the public keys (RFC 7517) and one file {@code *.pem} for
 * each private one (PKCS #8). Which belong together, the keys themselves say.
 *
 * <p>With a signing key from outside, the private ones in the folder count for nothing.
 */
final class KeyFiles {

  private static final Logger LOG = Logger.getLogger(KeyFiles.class.getName());
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Path folder;
  private final Path jwks;
  private final Optional<String> external;

  /**
   * @param external a private key as PEM, or the path of a file with one
   */
  KeyFiles(Path folder, Optional<String> external) {
    this.folder = folder;
    this.jwks = folder.resolve("jwks.json");
    this.external = external;
  }

  /** What the folder holds at one moment. */
  record Content(List<SigningKey> signing, JWKSet published) {}

  /** Changes whenever a file is put in place, which is how the folder is written. */
  List<FileTime> stamp() throws IOException {
    return List.of(Files.getLastModifiedTime(folder), Files.getLastModifiedTime(jwks));
  }

  /**
   * @throws GeneralSecurityException if a private key is none, or nobody could verify any of them
   */
  Content read() throws IOException, ParseException, JOSEException, GeneralSecurityException {
    JWKSet published = JWKSet.parse(Files.readString(jwks)).toPublicJWKSet();
    List<SigningKey> signing = new ArrayList<>();
    for (RSAKey key : privateKeys()) {
      Optional<JWK> publicHalf = publicHalf(key, published);
      if (publicHalf.isPresent()) {
        signing.add(signingKey(key, publicHalf.get()));
      }
    }
    if (signing.isEmpty()) {
      throw new GeneralSecurityException(jwks + " has no key id for the signing key");
    }
    return new Content(List.copyOf(signing), published);
  }

  private List<RSAKey> privateKeys() throws IOException, GeneralSecurityException {
    if (external.isPresent()) {
      String given = external.get();
      return List.of(
          given.contains(PemFile.BEGIN)
              ? PemFile.parse(given)
              : PemFile.privateKey(Path.of(given)));
    }
    List<RSAKey> keys = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path pem : files.filter(file -> file.toString().endsWith(".pem")).toList()) {
        keys.add(PemFile.privateKey(pem));
      }
    }
    return keys;
  }

  private static Optional<JWK> publicHalf(RSAKey key, JWKSet published) throws JOSEException {
    var thumbprint = key.computeThumbprint();
    for (JWK candidate : published.getKeys()) {
      if (candidate.getKeyID() != null && candidate.computeThumbprint().equals(thumbprint)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static SigningKey signingKey(RSAKey key, JWK publicHalf) throws JOSEException {
    Instant from =
        publicHalf.getNotBeforeTime() == null
            ? Instant.EPOCH
            : publicHalf.getNotBeforeTime().toInstant();
    return SigningKey.of(key, publicHalf.getKeyID(), from);
  }

  /** Others who can read a private key can be whoever they like. */
  void warnOfReaders() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path pem : files.filter(file -> file.toString().endsWith(".pem")).toList()) {
        var view = Files.getFileAttributeView(pem, PosixFileAttributeView.class);
        if (view != null
            && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
          LOG.warning(() -> "Others than its owner can read the private key " + pem);
        }
      }
    }
  }
}
