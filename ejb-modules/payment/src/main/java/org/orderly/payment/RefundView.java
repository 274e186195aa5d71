package org.orderly.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * What one request gives back of an order.
 *
 * @param status PENDING until every part is settled; then FAILED if the gateway refused any part,
 *     else COMPLETED
 * @param to ORIGINAL or BALANCE
 * @param parts one for each payment that the money is taken from
 */
public record RefundView(
    UUID id,
    Money amount,
    String status,
    String to,
    @Nullable String reason,
    List<Part> parts,
    Instant createdAt) {

  /**
   * @param problem why the gateway refused; {@code null} unless it did
   */
  public record Part(
      UUID id, UUID paymentId, Money amount, String status, @Nullable String problem) {}

  static RefundView of(List<Refund> batch) {
    Refund first = batch.get(0);
    Money sum = Money.zero(first.amount().currency());
    for (Refund refund : batch) {
      sum = sum.plus(refund.amount());
    }
    return new RefundView(
        first.batch(),
        sum,
        status(batch).name(),
        first.target().name(),
        first.reason(),
        batch.stream().map(RefundView::part).toList(),
        first.createdAt());
  }

  private static Refund.Status status(List<Refund> batch) {
    for (Refund.Status one : List.of(Refund.Status.PENDING, Refund.Status.FAILED)) {
      if (batch.stream().anyMatch(refund -> refund.status() == one)) {
        return one;
      }
    }
    return Refund.Status.COMPLETED;
  }

  private static Part part(Refund refund) {
    return new Part(
        refund.id(), refund.payment(), refund.amount(), refund.status().name(), refund.problem());
  }
}
