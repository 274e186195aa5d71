package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.MailedLinks;
import org.orderly.identity.person.Contact;

/** The words about somebody's account, with the links that lead to its page. */
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

        please open this link to show that this address is yours. It works once.

        %s#verify=%s

        You have no account with us? Then forget this mail.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  private MessageContent reset(MailedLinks.Minted link) {
    return new MessageContent(
        "Choose a new password",
        """
        Hello %s,

        somebody, probably you, asked for a new password. Open this link to choose
        one. It works once and only for a short time.

        %s#reset=%s

        It was not you? Then do nothing: your password stays as it is.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  private MessageContent leave(MailedLinks.Minted link) {
    return new MessageContent(
        "Your account is to move to another e-mail address",
        """
        Hello %s,

        somebody who knows your password wants your account to go by another e-mail
        address. If that was you, open this link to agree. It works once; a second
        link was mailed to the new address, and both are needed.

        %s#confirm-email=%s

        It was not you? Then do not open the link, and choose a new password now.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  private MessageContent move(MailedLinks.Minted link) {
    return new MessageContent(
        "Please confirm your new e-mail address",
        """
        Hello %s,

        your account is to go by this e-mail address. Open this link to agree. It
        works once; a second link was mailed to the old address, and both are needed.

        %s#confirm-email=%s

        You have no account with us? Then forget this mail.
        """
            .formatted(link.recipient().name(), page, link.token()));
  }

  MessageContent passwordChanged(Contact who) {
    return new MessageContent(
        "Your password has changed",
        """
        Hello %s,

        your account has a new password, and other devices have been signed out.

        It was not you? Then choose another one at once, with "Forgot the password":
        %s
        """
            .formatted(who.name(), page));
  }

  MessageContent emailChanged(Contact who) {
    return new MessageContent(
        "Your e-mail address has changed",
        """
        Hello %s,

        from now on you sign in with this e-mail address:
        %s
        """
            .formatted(who.name(), who.email()));
  }
}
