package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.SqlBatch;

/** What was given back of orders; in no transaction. */
@ApplicationScoped
public class Refunds {

  private final LockedPayments lockedPayments;
  private final GatewayTaskRunner work;

  @Inject
  Refunds(LockedPayments lockedPayments, GatewayTaskRunner work) {
    this.lockedPayments = lockedPayments;
    this.work = work;
  }

  /** Oldest first; also what cancellations and edits gave back. */
  public List<RefundView> of(OrderId order) {
    SqlBatch batch = new SqlBatch();
    BatchResult<List<Refund>> refunds = RefundRepository.ofOrder(batch, order);
    lockedPayments.run(batch);
    Map<UUID, List<Refund>> batches = new LinkedHashMap<>();
    refunds
        .get()
        .forEach(
            refund ->
                batches.computeIfAbsent(refund.batch(), any -> new ArrayList<>()).add(refund));
    return batches.values().stream().map(RefundView::of).toList();
  }

  /**
   * Asks the gateway at once for what is pending, instead of leaving it to a worker; if it does not
   * answer, a worker goes on asking.
   *
   * @return how it stands now
   */
  public RefundView attempt(OrderId order, RefundView refund) {
    refund.parts().stream()
        .filter(part -> part.status().equals(Refund.Status.PENDING.name()))
        .forEach(part -> work.tryRefund(part.id()));
    return of(order).stream()
        .filter(one -> one.id().equals(refund.id()))
        .findFirst()
        .orElse(refund);
  }
}
