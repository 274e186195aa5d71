package org.orderly.identity.twofactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.UserId;
import org.orderly.platform.crypto.SecretBox;

/** Keeps the secrets of second factors encrypted, for one user each. */
@ApplicationScoped
class FactorSecrets {

  private final SecretBox box;

  @Inject
  FactorSecrets(@ConfigProperty(name = "orderly.secret.key") Optional<String> configured) {
    this.box = new SecretBox(configured, "second-factor");
  }

  /**
   * @throws NoSecretKey if none is configured that is long enough
   */
  byte[] seal(byte[] secret, UserId owner) {
    try {
      return box.seal(secret, owner.value());
    } catch (SecretBox.Shut e) {
      throw new NoSecretKey(e.getMessage(), e);
    }
  }

  /**
   * @throws NoSecretKey if it was sealed with another key, or the box was tampered with
   */
  byte[] open(byte[] sealed, UserId owner) {
    try {
      return box.open(sealed, owner.value());
    } catch (SecretBox.Shut e) {
      throw new NoSecretKey(e.getMessage(), e);
    }
  }
}
