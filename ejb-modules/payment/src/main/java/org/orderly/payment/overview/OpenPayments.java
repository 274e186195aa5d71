package org.orderly.payment.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.orderly.payment.PaymentNotFound;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.task.PaymentTaskRepository;

/** Lets admins and buyers run the waiting gateway tasks of a payment at once. */
@ApplicationScoped
public class OpenPayments {

  private final PaymentQueries queries;
  private final PaymentTaskRepository tasks;

  @Inject
  OpenPayments(PaymentQueries queries, PaymentTaskRepository tasks) {
    this.queries = queries;
    this.tasks = tasks;
  }

  /**
   * Has what waits for a payment tried now, whenever it would have been its turn.
   *
   * @throws PaymentNotFound if there is none
   */
  public PaymentView retry(UUID payment) {
    queries.one(payment);
    tasks.hurry(payment);
    return queries.one(payment);
  }

  /**
   * A user reads these payments: makes the checks due of those that wait for a step of the buyer.
   */
  public void lookedAt(List<PaymentView> payments) {
    payments.stream()
        .filter(payment -> payment.status().equals(PaymentStatus.PENDING.name()))
        .filter(payment -> !payment.open().isEmpty())
        .forEach(payment -> tasks.hurry(payment.id()));
  }
}
