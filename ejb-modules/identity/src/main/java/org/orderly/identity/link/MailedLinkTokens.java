package org.orderly.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;

/**
 * Finds mailed links, mints their secrets and closes them, in the caller's transaction.
 *
 * <p>Whoever changes links locks their owner before, so that nobody waits in a circle.
 */
@ApplicationScoped
public class MailedLinkTokens {

  private final MailedLinkRepository links;
  private final Clock clock;

  @Inject
  MailedLinkTokens(MailedLinkRepository links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  public Optional<MailedLinkDetails> find(UUID id) {
    return links.find(id).map(link -> link.found(clock));
  }

  /** The link with a secret, for one of these purposes; it may be closed. */
  public Optional<MailedLinkDetails> find(OpaqueToken secret, Set<LinkPurpose> purposes) {
    return links.find(secret, purposes).map(link -> link.found(clock));
  }

  /**
   * Uses a link up; of two uses at once one counts.
   *
   * @throws InvalidLink if it is closed or expired by now
   */
  public void use(UUID id) {
    locked(id).use(clock);
  }

  /**
   * Makes the secret of a link, in place of any before, and closes those that were asked for
   * earlier. Closes the link itself if it has no owner, or the same was asked for again later.
   *
   * @return nothing if the link is closed by now
   */
  public Optional<LinkSecret> mint(UUID id, Optional<UserId> owner) {
    MailedLink link = locked(id);
    if (!link.isOpen(clock)) {
      return Optional.empty();
    }
    if (owner.isEmpty() || links.isSuperseded(link, owner.get())) {
      link.close(clock);
      return Optional.empty();
    }
    links.closeEarlier(link, owner.get(), clock.instant());
    boolean first = !link.isMinted();
    return Optional.of(new LinkSecret(link.mint(owner.get(), clock), first));
  }

  /** Closes all links of a user that were mailed for these purposes. */
  public void closeAll(UserId owner, Set<LinkPurpose> purposes) {
    links.closeAll(owner, purposes, clock.instant());
  }

  private MailedLink locked(UUID id) {
    MailedLink link = links.find(id).orElseThrow(InvalidLink::new);
    links.lock(link);
    return link;
  }
}
