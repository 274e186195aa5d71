package org.orderly.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The keys by which anybody can verify our tokens. */
@ApplicationScoped
public class PublicKeys {

  private final SigningKeys keys;

  @Inject
  PublicKeys(SigningKeys keys) {
    this.keys = keys;
  }

  /** A JSON Web Key Set (RFC 7517) without any private part. */
  public String jwks() {
    return keys.publicKeys().toString();
  }
}
