package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventHandler;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Takes what gateways tell by themselves as a hint to ask them at once. What they tell is not
 * believed, so a notice that is late, doubled or out of order changes nothing that is so.
 */
@ApplicationScoped
class CardEventHandler implements GatewayEventHandler {

  private static final String FIND =
      "select id from payment where id = ? or (gateway = ? and reference = ?)";

  private final LockedPayments desk;
  private final PaymentTaskRepository tasks;

  @Inject
  CardEventHandler(LockedPayments desk, PaymentTaskRepository tasks) {
    this.desk = desk;
    this.tasks = tasks;
  }

  @Override
  public void take(String gateway, GatewayEvent gatewayEvent) {
    UUID[] found = new UUID[1];
    desk.run(
        new SqlBatch()
            .query(
                row -> found[0] = row.next() ? row.getObject(1, UUID.class) : null,
                FIND,
                gatewayEvent.authorizationKey(),
                gateway,
                gatewayEvent.reference()));
    if (found[0] != null) {
      tasks.hurry(found[0]);
    }
  }
}
