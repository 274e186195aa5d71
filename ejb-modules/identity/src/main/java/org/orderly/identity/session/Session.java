package org.orderly.identity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.request.RequestContext;

/**
 * A user being signed in on a device.
 *
 * <p>Begins with a sign-in and goes on for a week after each use of its refresh token, though not
 * for ever; may be ended before. A session that has ended stays ended.
 */
@Entity
class Session {

  static final Duration IDLE = Duration.ofDays(7);
  static final Duration LONGEST = Duration.ofDays(90);

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  private String device;
  private String address;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "end_reason")
  @Enumerated(EnumType.STRING)
  private @Nullable EndReason endReason;

  protected Session() {}

  /** One that begins now, with the request of this thread. */
  Session(UserId user, Clock clock) {
    this.id = UuidV7.next();
    this.userId = user.value();
    this.openedAt = clock.instant();
    touch(clock);
  }

  /** It is used now, by the request of this thread. */
  void use(Clock clock) {
    touch(clock);
  }

  private void touch(Clock clock) {
    RequestContext requestContext = RequestContext.current();
    Instant now = clock.instant();
    Instant last = openedAt.plus(LONGEST);
    device = requestContext.device();
    address = requestContext.address();
    lastUsedAt = now;
    expiresAt = now.plus(IDLE).isBefore(last) ? now.plus(IDLE) : last;
  }

  void end(EndReason reason, Clock clock) {
    if (endedAt == null) {
      endedAt = clock.instant();
      endReason = reason;
    }
  }

  boolean isLive(Clock clock) {
    return endedAt == null && clock.instant().isBefore(expiresAt);
  }

  UUID id() {
    return id;
  }

  UserId user() {
    return new UserId(userId);
  }

  Instant expiresAt() {
    return expiresAt;
  }

  SessionView view(@Nullable UUID current) {
    return new SessionView(
        id, device, address, openedAt, lastUsedAt, expiresAt, id.equals(current));
  }
}
