package org.orderly.identity.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.UserId;

/** The consents in the database, each with the version of the document that is in force. */
@ApplicationScoped
class ConsentRepository {

  private final String terms;
  private final String privacy;
  private final Clock clock;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  @Inject
  ConsentRepository(
      @ConfigProperty(name = "orderly.terms.version", defaultValue = "2026-01") String terms,
      @ConfigProperty(name = "orderly.privacy.version", defaultValue = "2026-01") String privacy,
      Clock clock) {
    this.terms = terms;
    this.privacy = privacy;
    this.clock = clock;
  }

  /** Notes a consent in the caller's transaction. What is sent as marketing, privacy tells. */
  void note(UserId user, ConsentDocument document, boolean granted) {
    String version = document == ConsentDocument.TERMS ? terms : privacy;
    em.persist(new Consent(user, document, version, granted, clock));
  }

  /** In the order in which they were given. */
  List<ConsentView> of(UserId user) {
    return em.createQuery(
            "select c from Consent c where c.userId = :user order by c.id", Consent.class)
        .setParameter("user", user.value())
        .getResultStream()
        .map(Consent::view)
        .toList();
  }
}
