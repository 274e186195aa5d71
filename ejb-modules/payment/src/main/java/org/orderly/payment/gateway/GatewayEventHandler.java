package org.orderly.payment.gateway;

/**
 * Handles events of gateways. Every bean of this type receives each event that is genuine and new,
 * once, and passes over those that are not its business.
 */
public interface GatewayEventHandler {

  /**
   * Stores what is to be done about an event, in the transaction of the payment database that also
   * stores that it was received: the gateway sends it again if that fails.
   *
   * @param gateway the name of the gateway that sent it
   */
  void take(String gateway, GatewayEvent gatewayEvent);
}
