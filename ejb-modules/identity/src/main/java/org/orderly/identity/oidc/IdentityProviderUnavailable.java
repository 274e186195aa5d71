package org.orderly.identity.oidc;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** The provider does not answer, or not as it should. */
final class IdentityProviderUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  IdentityProviderUnavailable(String provider, String reason) {
    super(
        Kind.UNAVAILABLE,
        "provider-unavailable",
        "the provider cannot be asked: " + reason,
        Map.of("provider", provider));
  }

  IdentityProviderUnavailable(String provider, Throwable cause) {
    this(provider, "it does not answer");
    initCause(cause);
  }
}
