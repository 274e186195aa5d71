package org.orderly.notification.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A webhook subscription: active from its creation, paused by an admin or by lasting failures, and
 * active again when an admin resumes it.
 *
 * <p>Loaded with a row lock before it is changed. Only changed columns are written: the delivery
 * queue sets {@code failing_since} by statements of its own.
 */
@Entity
@Table(name = "webhook")
@DynamicUpdate
class Webhook {

  /** Who paused a webhook. */
  enum PausedBy {
    ADMIN,
    FAILURES
  }

  private static final String ACTIVE = "ACTIVE";
  private static final String PAUSED = "PAUSED";

  @Id private UUID id;

  private String url;
  private String description;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] events;

  private String status;

  @Column(name = "paused_by")
  private @Nullable String pausedBy;

  @Column(name = "paused_at")
  private @Nullable Instant pausedAt;

  @Column(name = "failing_since")
  private @Nullable Instant failingSince;

  private byte[] secret;

  @Column(name = "old_secret")
  private byte @Nullable [] oldSecret;

  @Column(name = "old_secret_until")
  private @Nullable Instant oldSecretUntil;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Webhook() {}

  Webhook(UUID id, WebhookDraft draft, byte[] sealedSecret, Instant now) {
    this.id = id;
    this.secret = sealedSecret;
    this.status = ACTIVE;
    this.createdAt = now;
    write(draft, now);
  }

  void change(WebhookDraft draft, Instant now) {
    write(draft, now);
  }

  private void write(WebhookDraft draft, Instant now) {
    url = draft.url();
    description = draft.description();
    events = draft.events().toArray(String[]::new);
    updatedAt = now;
  }

  /**
   * @return whether it was active
   */
  boolean pause(PausedBy by, Instant now) {
    if (!status.equals(ACTIVE)) {
      return false;
    }
    status = PAUSED;
    pausedBy = by.name();
    pausedAt = now;
    updatedAt = now;
    return true;
  }

  /**
   * @return whether it was paused
   */
  boolean resume(Instant now) {
    if (!status.equals(PAUSED)) {
      return false;
    }
    status = ACTIVE;
    pausedBy = null;
    pausedAt = null;
    failingSince = null;
    updatedAt = now;
    return true;
  }

  /** The secret before this one signs as well until {@code oldUntil}. */
  void rotateSecret(byte[] sealedSecret, Instant oldUntil, Instant now) {
    oldSecret = secret;
    oldSecretUntil = oldUntil;
    secret = sealedSecret;
    updatedAt = now;
  }

  WebhookView view() {
    return new WebhookView(
        id,
        url,
        description,
        new LinkedHashSet<>(Arrays.asList(events)),
        status,
        pausedBy,
        pausedAt,
        failingSince,
        createdAt,
        updatedAt);
  }
}
