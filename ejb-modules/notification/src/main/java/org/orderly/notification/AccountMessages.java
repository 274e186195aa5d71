package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.MailedLinks;
import org.orderly.identity.person.Contact;

/** The texts about a user's account, with links to its page. */
@ApplicationScoped
class AccountMessages {

  private final String page;

  /**
   * @param shop how shoppers reach the shop, without a slash at the end
   */
  @Inject
  AccountMessages(
      @ConfigProperty(name = "orderly.public.url", defaultValue = "http://127.0.0.1:8080")
          String shop) {
    this.page = shop + "/account/";
  }

  /** The secret stands behind the {@code #}, which browsers send to no server. */
  MessageContent link(MailedLinks.Minted link) {
    return switch (link.purpose()) {
      case VERIFY_EMAIL -> verify(link);
      case RESET_PASSWORD -> reset(link);
      case CONFIRM_OLD_EMAIL -> leave(link);
      case CONFIRM_NEW_EMAIL -> move(link);
    };
  }

  private MessageContent verify(MailedLinks.Minted link) {
    return new MessageContent(
        "Please confirm your e-mail address",
        """
        Hello %s,

        open this link to confirm that this address is yours. It works once.

        %s#verify=%s

        If you have no account with us, ignore this mail.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  private MessageContent reset(MailedLinks.Minted link) {
    return new MessageContent(
        "Choose a new password",
        """
        Hello %s,

        someone, probably you, asked to reset your password. Open this link to
        choose a new one. It works once and expires soon.

        %s#reset=%s

        If this was not you, ignore this mail: your password does not change.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  private MessageContent leave(MailedLinks.Minted link) {
    return new MessageContent(
        "Please confirm the change of your e-mail address",
        """
        Hello %s,

        someone who knows your password asked to change the e-mail address of your
        account. If this was you, open this link to confirm. It works once. A second
        link was mailed to the new address; both are needed.

        %s#confirm-email=%s

        If this was not you, do not open the link, and change your password now.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  private MessageContent move(MailedLinks.Minted link) {
    return new MessageContent(
        "Please confirm your new e-mail address",
        """
        Hello %s,

        this will be the e-mail address of your account. Open this link to confirm.
        It works once. A second link was mailed to the old address; both are needed.

        %s#confirm-email=%s

        If you have no account with us, ignore this mail.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  MessageContent passwordChanged(Contact who) {
    return new MessageContent(
        "Your password has changed",
        """
        Hello %s,

        the password of your account was changed, and other devices were signed out.

        If this was not you, reset your password at once with "Forgot the password":
        %s
        """
            .formatted(who.name(), page));
  }

  MessageContent emailChanged(Contact who) {
    return new MessageContent(
        "Your e-mail address has changed",
        """
        Hello %s,

        the e-mail address of your account was changed. Sign in with this one now:
        %s
        """
            .formatted(who.name(), who.email()));
  }
}
