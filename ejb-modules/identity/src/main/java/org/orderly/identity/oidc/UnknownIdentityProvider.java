package org.orderly.identity.oidc;

import org.orderly.kernel.DomainException;

/** Nobody signs in by a provider of this name here. */
final class UnknownIdentityProvider extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownIdentityProvider() {
    super(Kind.NOT_FOUND, "unknown-provider", "there is no such provider");
  }
}
