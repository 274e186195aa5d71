package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainException;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.AdvisoryLock;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Takes the steps that are due, each in a transaction of its own; one instance at a time. */
@ApplicationScoped
class AutomaticSteps {

  private static final Logger LOG = Logger.getLogger(AutomaticSteps.class.getName());
  private static final long LOCK = 7305890;

  /** So few that the lock's own transaction is never idle for long. */
  private static final int BATCH = 50;

  private final FulfilmentSettings settings;
  private final DomainDatabase database;
  private final ConfirmedOrderQueries confirmedOrders;
  private final ShipmentRepository shipments;
  private final StepTransaction step;
  private final Clock clock;

  @Inject
  AutomaticSteps(
      FulfilmentSettings settings,
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      ConfirmedOrderQueries confirmedOrders,
      ShipmentRepository shipments,
      StepTransaction step,
      Clock clock) {
    this.settings = settings;
    this.database = database;
    this.confirmedOrders = confirmedOrders;
    this.shipments = shipments;
    this.step = step;
    this.clock = clock;
  }

  boolean areWanted() {
    return settings.processes() || settings.journey().isPresent();
  }

  /** Needs to be called without a transaction. */
  void take() throws SQLException {
    AdvisoryLock.<Boolean, RuntimeException>run(
        database.dataSource(),
        LOCK,
        connection -> {
          if (settings.processes()) {
            each(confirmedOrders.next(BATCH), step::process);
          }
          settings
              .journey()
              .map(journey -> shipments.leftBefore(clock.instant().minus(journey), BATCH))
              .ifPresent(late -> each(late, step::arrive));
          return true;
        });
  }

  /** What was changed by somebody else meanwhile is left as it is. */
  private static <T> void each(List<T> ids, Consumer<T> step) {
    for (T id : ids) {
      try {
        step.accept(id);
      } catch (DomainException e) {
        LOG.log(Level.FINE, e, () -> "no step for " + id + ": " + e.getMessage());
      }
    }
  }
}
