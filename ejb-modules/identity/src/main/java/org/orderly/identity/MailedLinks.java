package org.orderly.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.Origin;

/**
 * Hands out the secrets of mailed links, to whoever writes the mails.
 *
 * <p>An enterprise bean, since it is called by message-driven ones: the container begins the
 * transaction so that the database takes part in it.
 */
@Stateless
public class MailedLinks {

  @Inject private LinkRepository links;
  @Inject private UserRepository users;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

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
    Optional<MailedLink> wanted = links.find(linkId).filter(link -> link.isOpen(clock));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    MailedLink link = wanted.get();
    Optional<User> owner = owner(link).flatMap(user -> users.locked(user.id()));
    links.lock(link);
    if (!link.isOpen(clock)) {
      return Optional.empty();
    }
    if (owner.isEmpty() || links.isSuperseded(link, owner.get().id())) {
      link.close(clock);
      return Optional.empty();
    }
    return Optional.of(mint(link, owner.get()));
  }

  private Minted mint(MailedLink link, User owner) {
    links.closeEarlier(link, owner.id(), clock.instant());
    boolean first = !link.isMinted();
    OpaqueToken secret = link.mint(owner.id(), clock);
    Contact recipient = new Contact(owner.id(), link.email().value(), owner.name().value());
    if (first && link.purpose() == LinkPurpose.RESET_PASSWORD) {
      noteRequest(link, owner);
    }
    return new Minted(link.purpose(), recipient, secret.text());
  }

  /** As of the request that asked for it, when nobody had looked yet whom it is about. */
  private void noteRequest(MailedLink link, User owner) {
    Origin.enter(link.origin());
    try {
      audit.record("password.reset-requested", owner.id().toString(), null, null);
    } finally {
      Origin.leave();
    }
  }

  /** Nobody, if what the link is for has been done. */
  private Optional<User> owner(MailedLink link) {
    return switch (link.purpose()) {
      case VERIFY_EMAIL ->
          users.findByEmail(link.email().value()).filter(user -> !user.isVerified());
      case RESET_PASSWORD -> users.findByEmail(link.email().value());
      case CONFIRM_OLD_EMAIL, CONFIRM_NEW_EMAIL -> link.owner().flatMap(users::find);
    };
  }
}
