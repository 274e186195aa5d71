package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.group.GroupCommit;
import org.orderly.platform.group.GroupLimits;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Counts orders for what they are, in groups: the summaries are under one lock, where orders that
 * are counted one by one would queue with a commit for each.
 */
@ApplicationScoped
class SalesCounter {

  private final DomainDatabase database;

  /** One group at a time, because of the lock; as many wait as there are threads of listeners. */
  private static final GroupLimits LIMITS =
      new GroupLimits(1, 1_000, 100, 100, 100, Duration.ofSeconds(30));

  private final GroupCommit<UUID, UUID> orders =
      new GroupCommit<>(LIMITS, GroupCommit.Traits.independent(), this::write);

  @Inject
  SalesCounter(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * Returns when the order is counted; idempotent. Call it without a transaction.
   *
   * @throws DatabaseUnavailable if the database refuses; the event has to come again
   * @throws org.orderly.platform.group.GroupWaitExpired if others take too long; likewise
   */
  void recount(OrderId order) {
    orders.commit(order.value());
  }

  private List<GroupResult<UUID>> write(List<UUID> group) {
    SqlBatch writes = new SqlBatch();
    // an order may be in the group twice, with two of its events
    SalesSummaryRepository.recount(writes, group.stream().distinct().toList());
    database.atomically(writes);
    return group.stream().map(GroupResult::of).toList();
  }
}
