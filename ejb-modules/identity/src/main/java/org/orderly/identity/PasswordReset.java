package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.link.MailedLinkDetails;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.password.HashingOverloaded;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.PasswordPolicy;
import org.orderly.identity.password.UnacceptablePassword;
import org.orderly.identity.token.OpaqueToken;

/** Lets somebody who forgot the password choose another one, by a mailed link. */
@ApplicationScoped
public class PasswordReset {

  private final MailedLinkTokens mailedLinkTokens;
  private final UserRepository users;
  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final NewPassword newPassword;

  @Inject
  PasswordReset(
      MailedLinkTokens mailedLinkTokens,
      UserRepository users,
      PasswordPolicy policy,
      PasswordHashing hashing,
      NewPassword newPassword) {
    this.mailedLinkTokens = mailedLinkTokens;
    this.users = users;
    this.policy = policy;
    this.hashing = hashing;
    this.newPassword = newPassword;
  }

  /**
   * Uses up the link, sets the password and ends every session, in a transaction of its own that
   * begins after the slow hashing. A refused password leaves the link usable.
   *
   * @throws InvalidLink if the link does not work (any more)
   * @throws UnacceptablePassword if the password may not be taken
   * @throws HashingOverloaded if too many passwords are being hashed
   */
  public void confirm(String token, String password) {
    OpaqueToken secret = new OpaqueToken(token);
    MailedLinkDetails link =
        mailedLinkTokens
            .find(secret, NewPassword.RESET)
            .filter(MailedLinkDetails::open)
            .orElseThrow(InvalidLink::new);
    User user = link.owner().flatMap(users::find).orElseThrow(InvalidLink::new);
    String accepted = policy.accept(password, user.email().value(), user.name().value());
    newPassword.byLink(secret, hashing.hash(accepted));
  }
}
