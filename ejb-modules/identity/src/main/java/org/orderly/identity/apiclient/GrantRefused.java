package org.orderly.identity.apiclient;

import java.util.Locale;
import org.orderly.kernel.DomainException;

/** No token, for a reason that RFC 6749, 5.2 has a name for. */
public final class GrantRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  /** The names; part of the protocol, which is why they are in snake case. */
  public enum Reason {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_SCOPE,
    UNSUPPORTED_GRANT_TYPE
  }

  private final Reason reason;

  public GrantRefused(Reason reason, String message) {
    super(
        reason == Reason.INVALID_CLIENT ? Kind.UNAUTHENTICATED : Kind.INVALID,
        reason.name().toLowerCase(Locale.ROOT),
        message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
