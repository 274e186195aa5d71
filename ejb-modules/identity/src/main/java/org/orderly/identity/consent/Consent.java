package org.orderly.identity.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.request.RequestContext;

/** Proof of what a user agreed to and when; never changed. The latest of a document counts. */
@Entity
@Table(name = "consent")
class Consent {

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  @Enumerated(EnumType.STRING)
  private ConsentDocument document;

  private String version;
  private boolean granted;
  private Instant at;
  private String address;

  protected Consent() {}

  /** Given or taken back by the request that this thread serves. */
  Consent(UserId user, ConsentDocument document, String version, boolean granted, Clock clock) {
    this.id = UuidV7.next();
    this.userId = user.value();
    this.document = document;
    this.version = version;
    this.granted = granted;
    this.at = clock.instant();
    this.address = RequestContext.current().address();
  }

  ConsentView view() {
    return new ConsentView(document, version, granted, at, address);
  }
}
