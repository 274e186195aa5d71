package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.orderly.kernel.RoundTrip;
import org.orderly.payment.gateway.GatewayNotices;
import org.orderly.payment.gateway.Notice;
import org.orderly.payment.task.PaymentTasks;

/**
 * Takes what gateways tell by themselves as a hint to ask them at once. What they tell is not
 * believed, so a notice that is late, doubled or out of order changes nothing that is so.
 */
@ApplicationScoped
class CardNotices implements GatewayNotices {

  private static final String FIND =
      "select id from payment where id = ? or (gateway = ? and reference = ?)";

  private final PaymentDesk desk;
  private final PaymentTasks tasks;

  @Inject
  CardNotices(PaymentDesk desk, PaymentTasks tasks) {
    this.desk = desk;
    this.tasks = tasks;
  }

  @Override
  public void take(String gateway, Notice notice) {
    UUID[] found = new UUID[1];
    desk.run(
        new RoundTrip()
            .query(
                row -> found[0] = row.next() ? row.getObject(1, UUID.class) : null,
                FIND,
                notice.authorizationKey(),
                gateway,
                notice.reference()));
    if (found[0] != null) {
      tasks.hurry(found[0]);
    }
  }
}
