package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.orderly.identity.UserErased;

/** Erases from where and with what somebody signed in; their sessions have ended before. */
@ApplicationScoped
class ForgottenSessions {

  private final SessionRepository sessions;

  @Inject
  ForgottenSessions(SessionRepository sessions) {
    this.sessions = sessions;
  }

  void forget(@Observes UserErased erased) {
    sessions.forgetOrigins(erased.userId());
  }
}
