package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;

/** Copies the revoked sessions to Redis each second, on every instance. */
@ApplicationScoped
class RevokedSessionsJob {

  @Produces
  static BackgroundJob declare(RevokedSessionRepository sessions) {
    return BackgroundJob.named("revoked-sessions")
        .every(Duration.ofSeconds(1))
        .trouble("revoked sessions are read from the database alone")
        .repeats(sessions::bringOver);
  }
}
