package org.orderly.payment.gateway;

/**
 * Somebody whom notices of gateways concern. Every bean of this type hears each notice that is
 * genuine and new, once, and passes over those that are not its business.
 */
public interface GatewayEventHandler {

  /**
   * Notes what is to be done about a notice, inside a transaction of the payment database that also
   * notes that it was heard: what fails is sent again by the gateway.
   *
   * @param gateway the name of the gateway that sent it
   */
  void take(String gateway, GatewayEvent gatewayEvent);
}
