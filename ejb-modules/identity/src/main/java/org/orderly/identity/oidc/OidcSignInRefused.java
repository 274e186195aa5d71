package org.orderly.identity.oidc;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;

/** Nobody is signed in by this answer of a provider; nothing has changed. */
final class OidcSignInRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  private OidcSignInRefused(String code, String message) {
    super(Kind.UNAUTHENTICATED, code, message);
  }

  /** Not begun here, by another browser, too long ago, or answered before. */
  static OidcSignInRefused unknownState() {
    return new OidcSignInRefused(
        "invalid-state", "this sign-in was not begun here, or is over: again");
  }

  /** The person, or the provider, did not want to. */
  static OidcSignInRefused byProvider() {
    return new OidcSignInRefused("provider-refused", "the provider did not let the person in");
  }

  static OidcSignInRefused badToken(@Nullable String what) {
    return new OidcSignInRefused("invalid-id-token", "the provider's token is not good: " + what);
  }

  /** Also if what it says is no address that an account can have. */
  static OidcSignInRefused noEmail() {
    return new OidcSignInRefused(
        "email-not-verified", "the provider does not say that the e-mail address is verified");
  }

  /** Somebody else may have opened the account, to be there before the owner of the address. */
  static OidcSignInRefused accountNotVerified() {
    return new OidcSignInRefused(
        "account-not-verified",
        "there is an account with this address, whose owner has not verified it: sign in with its"
            + " password and verify the address, or reset the password, and then try again");
  }

  /** The account belongs to another person with the same provider. */
  static OidcSignInRefused linkedOtherwise() {
    return new OidcSignInRefused(
        "identity-already-linked",
        "the account with this address is linked to somebody else there");
  }

  static OidcSignInRefused unknownCode() {
    return new OidcSignInRefused("invalid-code", "this code is not good, or was used before");
  }
}
