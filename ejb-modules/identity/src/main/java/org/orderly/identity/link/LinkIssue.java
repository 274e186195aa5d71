package org.orderly.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** Notes that a link is to be mailed, in the caller's transaction. */
@ApplicationScoped
public class LinkIssue {

  private static final int MOST_AN_HOUR = 5;
  private static final Duration HOUR = Duration.ofHours(1);

  private final MailedLinkRepository links;
  private final Outbox outbox;
  private final Clock clock;
  private final Duration toVerify;
  private final Duration toReset;

  @Inject
  LinkIssue(
      MailedLinkRepository links,
      @Domain("identity") Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "orderly.verification.link.hours", defaultValue = "24") int hours,
      @ConfigProperty(name = "orderly.reset.link.minutes", defaultValue = "30") int minutes) {
    this.links = links;
    this.outbox = outbox;
    this.clock = clock;
    this.toVerify = Duration.ofHours(Math.max(1, hours));
    this.toReset = Duration.ofMinutes(Math.max(1, minutes));
  }

  /**
   * Asks for a link to an address, unless it was asked for too often within the hour. Does not look
   * whether anybody has an account with the address: whoever asks learns nothing, from the time
   * neither.
   */
  public void issue(LinkPurpose purpose, EmailAddress email) {
    issue(purpose, email, Optional.empty());
  }

  /** Asks for a link for this user, under the same limit. */
  public void issue(LinkPurpose purpose, EmailAddress email, Optional<UserId> owner) {
    links.lockAddress(email);
    if (links.askedSince(clock.instant().minus(HOUR), purpose, email) >= MOST_AN_HOUR) {
      return;
    }
    Duration lifetime = purpose == LinkPurpose.RESET_PASSWORD ? toReset : toVerify;
    MailedLink link = new MailedLink(purpose, email, owner, lifetime, clock);
    links.add(link);
    outbox.append(new MailedLinkRequested(UuidV7.next(), clock.instant(), link.id()));
  }
}
