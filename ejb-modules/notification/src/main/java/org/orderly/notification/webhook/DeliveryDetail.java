package org.orderly.notification.webhook;

/**
 * A delivery with what is sent.
 *
 * @param body the JSON text that every attempt sends
 */
public record DeliveryDetail(DeliveryView delivery, String body) {}
