package org.orderly.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;

/** The mailed links in the database. */
@ApplicationScoped
class MailedLinkRepository {

  /** Any constant: whoever counts the links of an address holds a lock of this kind. */
  private static final int LINKS_OF_ADDRESS = 7305840;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  void add(MailedLink link) {
    em.persist(link);
  }

  /** Lets one transaction at a time add links to an address, over all instances. */
  void lockAddress(EmailAddress email) {
    em.createNativeQuery("select 1 from pg_advisory_xact_lock(:kind, hashtext(:email))")
        .setParameter("kind", LINKS_OF_ADDRESS)
        .setParameter("email", email.value())
        .getSingleResult();
  }

  long askedSince(Instant since, LinkPurpose purpose, EmailAddress email) {
    return em.createQuery(
            "select count(l) from MailedLink l where l.email = :email and l.purpose = :purpose"
                + " and l.createdAt > :since",
            Long.class)
        .setParameter("email", email.value())
        .setParameter("purpose", purpose)
        .setParameter("since", since)
        .getSingleResult();
  }

  Optional<MailedLink> find(UUID id) {
    return Optional.ofNullable(em.find(MailedLink.class, id));
  }

  /** The link with a secret, for one of these purposes. */
  Optional<MailedLink> find(OpaqueToken secret, Set<LinkPurpose> purposes) {
    return em.createQuery(
            "select l from MailedLink l where l.tokenHash = :hash and l.purpose in :purposes",
            MailedLink.class)
        .setParameter("hash", secret.hash())
        .setParameter("purposes", purposes)
        .getResultStream()
        .findFirst();
  }

  /**
   * Reads a link again and keeps it from others until the transaction ends. Whoever changes links
   * locks their owner before, so that nobody waits in a circle.
   */
  void lock(MailedLink link) {
    em.refresh(link, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whether the same was asked for again later, for this owner or for nobody in particular. */
  boolean isSuperseded(MailedLink link, UserId owner) {
    return em.createQuery(
                "select count(l) from MailedLink l where l.email = :email and l.purpose = :purpose"
                    + " and l.id > :id and (l.userId is null or l.userId = :owner)",
                Long.class)
            .setParameter("email", link.email().value())
            .setParameter("purpose", link.purpose())
            .setParameter("id", link.id())
            .setParameter("owner", owner.value())
            .getSingleResult()
        > 0;
  }

  /** Closes what was asked for before, for the same purpose and nobody else. */
  void closeEarlier(MailedLink link, UserId owner, Instant now) {
    em.createQuery(
            "update MailedLink l set l.closedAt = :now where l.email = :email"
                + " and l.purpose = :purpose and l.id < :id and l.closedAt is null"
                + " and (l.userId is null or l.userId = :owner)")
        .setParameter("now", now)
        .setParameter("email", link.email().value())
        .setParameter("purpose", link.purpose())
        .setParameter("id", link.id())
        .setParameter("owner", owner.value())
        .executeUpdate();
  }

  /** Closes all links of a user that were mailed for these purposes. */
  void closeAll(UserId owner, Set<LinkPurpose> purposes, Instant now) {
    em.createQuery(
            "update MailedLink l set l.closedAt = :now where l.userId = :owner"
                + " and l.purpose in :purposes and l.closedAt is null")
        .setParameter("now", now)
        .setParameter("owner", owner.value())
        .setParameter("purposes", purposes)
        .executeUpdate();
  }
}
