package org.orderly.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps the table of refresh tokens from growing for ever; does no harm on many instances. */
@Singleton
class ExpiredSessions {

  @Inject private Sessions sessions;

  /** Public, since the EJB container finds no other. */
  public ExpiredSessions() {}

  @Schedule(hour = "*", minute = "17", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void forget() {
    sessions.forgetExpired();
  }
}
