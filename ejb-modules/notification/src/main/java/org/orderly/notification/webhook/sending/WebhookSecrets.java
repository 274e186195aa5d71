package org.orderly.notification.webhook.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.platform.crypto.SecretBox;

/** Makes the secrets that bodies are signed with, and keeps them sealed, for one webhook each. */
@ApplicationScoped
public class WebhookSecrets {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final SecretBox box;

  @Inject
  WebhookSecrets(@ConfigProperty(name = "orderly.secret.key") Optional<String> configured) {
    this.box = new SecretBox(configured, "webhooks");
  }

  /** A new one, of 256 random bits. */
  public String generate() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return StandardSignature.PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * @throws SecretsUnavailable if no key is configured that is long enough
   */
  public byte[] seal(String secret, UUID webhookId) {
    try {
      return box.seal(secret.getBytes(StandardCharsets.US_ASCII), webhookId);
    } catch (SecretBox.Shut e) {
      throw new SecretsUnavailable(e);
    }
  }

  /**
   * @throws SecretsUnavailable if it was sealed with another key, or tampered with
   */
  public String open(byte[] sealed, UUID webhookId) {
    try {
      return new String(box.open(sealed, webhookId), StandardCharsets.US_ASCII);
    } catch (SecretBox.Shut e) {
      throw new SecretsUnavailable(e);
    }
  }
}
