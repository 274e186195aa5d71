package org.orderly.identity.oidc;

import org.orderly.kernel.DomainException;

/** Nobody is signed in by this answer of a provider; nothing has changed. */
public final class LoginRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  private LoginRefused(String code, String message) {
    super(Kind.UNAUTHENTICATED, code, message);
  }

  /** Not begun here, by another browser, too long ago, or answered before. */
  static LoginRefused unknownState() {
    return new LoginRefused("invalid-state", "this sign-in was not begun here, or is over: again");
  }

  /** The person, or the provider, did not want to. */
  static LoginRefused byProvider() {
    return new LoginRefused("provider-refused", "the provider did not let the person in");
  }

  static LoginRefused badToken(String what) {
    return new LoginRefused("invalid-id-token", "the provider's token is not good: " + what);
  }

  /** Also if what it says is no address that an account can have. */
  static LoginRefused noEmail() {
    return new LoginRefused(
        "email-not-verified", "the provider does not say that the e-mail address is verified");
  }

  /** Somebody else may have opened the account, to be there before the owner of the address. */
  static LoginRefused accountNotVerified() {
    return new LoginRefused(
        "account-not-verified",
        "there is an account with this address, whose owner has not verified it: sign in with its"
            + " password and verify the address, or reset the password, and then try again");
  }

  /** The account belongs to another person with the same provider. */
  static LoginRefused linkedOtherwise() {
    return new LoginRefused(
        "linked-otherwise", "the account with this address is linked to somebody else there");
  }

  static LoginRefused unknownCode() {
    return new LoginRefused("invalid-code", "this code is not good, or was used before");
  }
}
