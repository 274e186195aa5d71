package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.link.MailedLinkDetails;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.password.HashingOverloaded;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.PasswordPolicy;
import org.orderly.identity.password.UnacceptablePassword;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.platform.persistence.Transactions;

/** Resets a forgotten password by a mailed link. */
@ApplicationScoped
public class PasswordReset {

  private static final Set<LinkPurpose> RESET = Set.of(LinkPurpose.RESET_PASSWORD);

  private final Transactions transactions;
  private final MailedLinkTokens mailedLinkTokens;
  private final UserRepository users;
  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final NewPassword newPassword;
  private final Clock clock;

  @Inject
  PasswordReset(
      Transactions transactions,
      MailedLinkTokens mailedLinkTokens,
      UserRepository users,
      PasswordPolicy policy,
      PasswordHashing hashing,
      NewPassword newPassword,
      Clock clock) {
    this.transactions = transactions;
    this.mailedLinkTokens = mailedLinkTokens;
    this.users = users;
    this.policy = policy;
    this.hashing = hashing;
    this.newPassword = newPassword;
    this.clock = clock;
  }

  /**
   * Uses the link, sets the password and ends every session, in a transaction of its own that
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
            .find(secret, RESET)
            .filter(MailedLinkDetails::open)
            .orElseThrow(InvalidLink::new);
    User user = link.owner().flatMap(users::find).orElseThrow(InvalidLink::new);
    String accepted = policy.accept(password, user.email().value(), user.name().value());
    String hash = hashing.hash(accepted);
    transactions.required(() -> reset(secret, hash));
  }

  /** The mailed link also proves that the address is the user's. */
  private void reset(OpaqueToken secret, String hash) {
    MailedLinkDetails link = mailedLinkTokens.find(secret, RESET).orElseThrow(InvalidLink::new);
    User user = link.owner().flatMap(users::locked).orElseThrow(InvalidLink::new);
    mailedLinkTokens.use(link.id());
    user.verifyEmail(clock);
    newPassword.replace(user, hash, Optional.empty(), "password.reset");
  }
}
