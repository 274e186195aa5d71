package org.orderly.reporting;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainException;

/** Ranks products every five minutes, on every instance. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
class PopularityTimer {

  private static final Logger LOG = Logger.getLogger(PopularityTimer.class.getName());

  @Inject private Popularity popularity;

  /** Public, since the EJB container finds no other. */
  public PopularityTimer() {}

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void rank() {
    try {
      popularity.compute();
    } catch (DomainException e) {
      LOG.log(Level.WARNING, () -> "products are ranked later: " + e.getMessage());
    }
  }
}
