package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.orderly.identity.UserErased;

/** Erases from where and with what somebody signed in; their sessions have ended before. */
@ApplicationScoped
class SessionErasure {

  private final SessionRepository sessions;

  @Inject
  SessionErasure(SessionRepository sessions) {
    this.sessions = sessions;
  }

  void forget(@Observes UserErased erased) {
    sessions.forgetOrigins(erased.userId());
  }
}
