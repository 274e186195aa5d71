package org.orderly.tests.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * {@code POST /orders} as the bytes that are sent. They are made once; each order writes its
 * products and its key into their places, which costs the client next to nothing.
 */
final class OrderRequest {

  private static final String ID = "00000000-0000-0000-0000-000000000000";
  private static final String KEY = "0000000000000000";
  private static final String ITEM = "{\"productId\":\"" + ID + "\",\"quantity\":1}";
  private static final String REST =
      "],\"shippingAddress\":{\"name\":\"Ben Marker\",\"street\":\"1 High Street\","
          + "\"city\":\"Leeds\",\"postalCode\":\"LS1 1AA\",\"country\":\"GB\"},"
          + "\"payment\":";

  private final byte[] bytes;
  private final int keyAt;
  private final int[] productsAt;

  /**
   * @param lines how many products an order has
   */
  OrderRequest(String host, String token, int lines, PaymentMode payment) {
    String items = String.join(",", java.util.Collections.nCopies(lines, ITEM));
    String body = "{\"items\":[" + items + REST + payment.json() + "}";
    List<String> head =
        List.of(
            "POST /api/v1/orders HTTP/1.1",
            "Host: " + host,
            "Authorization: Bearer " + token,
            "Content-Type: application/json",
            "Content-Length: " + body.length(),
            "Idempotency-Key: " + KEY,
            "",
            "");
    String text = String.join("\r\n", head) + body;
    this.bytes = text.getBytes(StandardCharsets.US_ASCII);
    this.keyAt = text.indexOf("Idempotency-Key: ") + "Idempotency-Key: ".length();
    this.productsAt = new int[lines];
    int at = text.indexOf("{\"items\"");
    for (int i = 0; i < lines; i++) {
      at = text.indexOf(ID, at);
      productsAt[i] = at++;
    }
  }

  int lines() {
    return productsAt.length;
  }

  /** The request for these products; valid until the next call. */
  byte[] of(long key, UUID... products) {
    String hex = String.format("%016x", key);
    put(hex, keyAt);
    for (int i = 0; i < productsAt.length; i++) {
      put(products[i].toString(), productsAt[i]);
    }
    return bytes;
  }

  private void put(String text, int at) {
    for (int i = 0; i < text.length(); i++) {
      bytes[at + i] = (byte) text.charAt(i);
    }
  }
}
