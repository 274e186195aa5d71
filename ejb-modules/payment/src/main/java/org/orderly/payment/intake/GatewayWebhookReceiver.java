package org.orderly.payment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventHandler;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.UnknownGateway;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Receives the webhooks of payment gateways. */
@ApplicationScoped
public class GatewayWebhookReceiver {

  /** A second one of the same name waits for the first one's transaction, and then is none. */
  private static final String NOTE =
      "insert into gateway_notice (gateway, event_id, kind, received_at) values (?, ?, ?, now())"
          + " on conflict do nothing";

  private final Gateways gateways;
  private final Instance<GatewayEventHandler> concerned;
  private final DomainDatabase database;

  @Inject
  GatewayWebhookReceiver(
      Gateways gateways,
      @Any Instance<GatewayEventHandler> concerned,
      @Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.gateways = gateways;
    this.concerned = concerned;
    this.database = database;
  }

  /**
   * Accepts an event, in one transaction with what its handlers store.
   *
   * @param headers by their names in lower case
   * @param body as it came
   * @return whether it was new; false if it took effect before
   * @throws UnknownGateway if that gateway is not configured
   * @throws ForgedGatewayEvent if it is not genuine, or too old
   */
  @Transactional
  public boolean take(String gateway, Map<String, String> headers, byte[] body) {
    GatewayEvent gatewayEvent =
        gateways.find(gateway).orElseThrow(UnknownGateway::new).readEvent(headers, body);
    if (!isNew(gateway, gatewayEvent)) {
      return false;
    }
    concerned.forEach(one -> one.take(gateway, gatewayEvent));
    return true;
  }

  private boolean isNew(String gateway, GatewayEvent gatewayEvent) {
    return database.change(NOTE, gateway, gatewayEvent.eventId(), gatewayEvent.kind().name()) == 1;
  }
}
