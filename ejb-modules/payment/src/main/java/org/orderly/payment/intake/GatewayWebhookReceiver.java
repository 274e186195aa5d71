package org.orderly.payment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventHandler;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.UnknownGateway;

/** Receives the webhooks of payment gateways. */
@ApplicationScoped
public class GatewayWebhookReceiver {

  private final Gateways gateways;
  private final Instance<GatewayEventHandler> concerned;
  private final GatewayEventRepository events;

  @Inject
  GatewayWebhookReceiver(
      Gateways gateways,
      @Any Instance<GatewayEventHandler> concerned,
      GatewayEventRepository events) {
    this.gateways = gateways;
    this.concerned = concerned;
    this.events = events;
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
    if (!events.add(gateway, gatewayEvent)) {
      return false;
    }
    concerned.forEach(one -> one.take(gateway, gatewayEvent));
    return true;
  }
}
