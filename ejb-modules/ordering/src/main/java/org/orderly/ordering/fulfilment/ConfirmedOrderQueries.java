package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Finds the orders whose preparation has not begun. */
@ApplicationScoped
class ConfirmedOrderQueries {

  private static final String CONFIRMED =
      "select id from orders where status = 'CONFIRMED' order by id limit ?";

  private final DomainDatabase database;

  @Inject
  ConfirmedOrderQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** The oldest ones; called without a transaction. */
  List<OrderId> next(int limit) {
    return database.list(row -> new OrderId(row.getObject(1, UUID.class)), CONFIRMED, limit);
  }
}
