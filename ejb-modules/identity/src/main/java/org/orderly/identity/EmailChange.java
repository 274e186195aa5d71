package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.password.PasswordCheck;
import org.orderly.identity.password.WrongPassword;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;

/**
 * Lets users give their account another e-mail address, if whoever reads the mails of the old one
 * agrees as well as whoever reads those of the new one.
 */
@ApplicationScoped
public class EmailChange {

  private final PasswordCheck passwords;
  private final EmailMove move;

  @Inject
  EmailChange(PasswordCheck passwords, EmailMove move) {
    this.passwords = passwords;
    this.move = move;
  }

  /**
   * How far a change has come.
   *
   * @param changed whether the account goes by the new address now; else the other link is awaited
   */
  public record Progress(boolean changed) {}

  /**
   * Has one link mailed to each address, in a transaction of its own. Asked again, it begins anew.
   *
   * @throws org.orderly.kernel.InvalidValue if it is no address, or the account's own
   * @throws WrongPassword if the password is not the user's
   * @throws EmailTaken if another account has the address
   */
  public void request(UserId user, String email, String password) {
    EmailAddress wanted = EmailAddress.of(email);
    passwords.confirm(user, password);
    move.begin(user, wanted);
  }

  /**
   * Uses up one of the two links, in one transaction. Sessions go on.
   *
   * @throws InvalidLink if the link does not work (any more)
   * @throws EmailTaken if another account took the address meanwhile; the link stays usable
   */
  public Progress confirm(String token) {
    return new Progress(move.agree(new OpaqueToken(token)));
  }
}
