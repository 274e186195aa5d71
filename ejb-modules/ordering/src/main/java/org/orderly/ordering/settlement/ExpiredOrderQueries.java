package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Finds the unpaid orders whose payment deadline has passed. */
@ApplicationScoped
class ExpiredOrderQueries {

  static final int AT_ONCE = 50;

  private static final String DUE =
      """
      select id from orders where expires_at <= now() and status = 'PLACED'
      order by expires_at limit ?""";

  private final DomainDatabase database;

  @Inject
  ExpiredOrderQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** The orders with the oldest deadlines; called without a transaction. */
  List<OrderId> next() {
    return database.list(row -> new OrderId(row.getObject(1, UUID.class)), DUE, AT_ONCE);
  }
}
