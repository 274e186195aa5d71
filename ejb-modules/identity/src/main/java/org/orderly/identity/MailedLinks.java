package org.orderly.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.link.LinkSecret;
import org.orderly.identity.link.MailedLinkDetails;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.person.Contact;
import org.orderly.platform.request.RequestContext;

/**
 * Creates the secrets of mailed links, for the module that writes the mails.
 *
 * <p>An enterprise bean, since it is called by message-driven ones: the container begins the
 * transaction so that the database takes part in it.
 */
@Stateless
public class MailedLinks {

  @Inject private MailedLinkTokens mailedLinkTokens;
  @Inject private UserRepository users;
  @Inject private AuditLog audit;

  /** Public, since the EJB container finds no other. */
  public MailedLinks() {}

  /**
   * A link that is ready to be mailed.
   *
   * @param recipient who gets it; the address is the one that was asked for
   * @param token the secret, known to nobody else
   */
  public record Minted(LinkPurpose purpose, Contact recipient, String token) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Minted[" + purpose + "]";
    }
  }

  /**
   * Makes the secret of a link that was asked for, in a transaction of its own; made again, it
   * replaces the one before. Links of the same purpose that were asked for earlier are closed.
   *
   * @return nothing if there is nobody to mail it to, or no reason to any more
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Minted> mint(UUID linkId) {
    Optional<MailedLinkDetails> wanted =
        mailedLinkTokens.find(linkId).filter(MailedLinkDetails::open);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    MailedLinkDetails link = wanted.get();
    Optional<User> owner = owner(link).flatMap(user -> users.locked(user.id()));
    return mailedLinkTokens
        .mint(link.id(), owner.map(User::id))
        .map(secret -> minted(link, owner.orElseThrow(), secret));
  }

  private Minted minted(MailedLinkDetails link, User owner, LinkSecret secret) {
    Contact known = owner.contact();
    String address = link.email().value();
    boolean confirmed = known.confirmed() && known.email().equals(address);
    Contact recipient = new Contact(owner.id(), address, known.name(), confirmed);
    if (secret.first() && link.purpose() == LinkPurpose.RESET_PASSWORD) {
      noteRequest(link, owner);
    }
    return new Minted(link.purpose(), recipient, secret.secret().text());
  }

  /** As of the request that asked for it, when nobody had looked yet whom it is about. */
  private void noteRequest(MailedLinkDetails link, User owner) {
    RequestContext.enter(link.origin());
    try {
      audit.record("password.reset-requested", owner.id().toString(), null, null);
    } finally {
      RequestContext.leave();
    }
  }

  /** Nobody, if what the link is for has been done. */
  private Optional<User> owner(MailedLinkDetails link) {
    return switch (link.purpose()) {
      case VERIFY_EMAIL ->
          users.findByEmail(link.email().value()).filter(user -> !user.isVerified());
      case RESET_PASSWORD -> users.findByEmail(link.email().value());
      case CONFIRM_OLD_EMAIL, CONFIRM_NEW_EMAIL -> link.owner().flatMap(users::find);
    };
  }
}
