package org.orderly.identity.session;

import java.time.Duration;
import java.util.Map;
import org.orderly.kernel.DomainException;

/**
 * Signing in to the account is locked after too many failed attempts: nobody signs in to this
 * account, or nobody from this address, for a while. Says the same whether or not there is such an
 * account.
 */
final class SignInPaused extends DomainException {

  private static final long serialVersionUID = 1L;

  private SignInPaused(String code, String message, Duration left) {
    super(Kind.FORBIDDEN, code, message, Map.of("retryAfterSeconds", left.toSeconds() + 1));
  }

  static SignInPaused forAccount(Duration left) {
    return new SignInPaused(
        "account-paused", "too many failed sign-ins, this account is paused for a while", left);
  }

  static SignInPaused forAddress(Duration left) {
    return new SignInPaused(
        "address-blocked", "too many accounts were tried in vain from this address", left);
  }
}
