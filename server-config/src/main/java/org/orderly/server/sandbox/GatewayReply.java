package org.orderly.server.sandbox;

import java.util.Map;

/**
 * The reply to a request.
 *
 * @param body becomes JSON, unless it is a text, which is HTML
 * @param location where the browser goes next; may be {@code null}
 * @param silent whether the caller never hears of it
 */
record GatewayReply(int status, Object body, String location, boolean silent) {

  static GatewayReply ok(Object body) {
    return new GatewayReply(200, body, null, false);
  }

  static GatewayReply page(String html) {
    return new GatewayReply(200, html, null, false);
  }

  static GatewayReply to(String location) {
    return new GatewayReply(303, "", location, false);
  }

  static GatewayReply failed(int status, String reason) {
    return new GatewayReply(status, Map.of("error", reason), null, false);
  }

  static GatewayReply none() {
    return new GatewayReply(0, "", null, true);
  }

  GatewayReply silenced() {
    return new GatewayReply(status, body, location, true);
  }
}
