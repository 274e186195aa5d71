package org.orderly.server.sandbox.http;

import java.util.Map;

/**
 * The reply to a request.
 *
 * @param body becomes JSON, unless it is a text, which is HTML
 * @param location where the browser goes next; may be {@code null}
 * @param silent whether the caller never hears of it
 */
public record GatewayReply(int status, Object body, String location, boolean silent) {

  public static GatewayReply ok(Object body) {
    return new GatewayReply(200, body, null, false);
  }

  public static GatewayReply page(String html) {
    return new GatewayReply(200, html, null, false);
  }

  public static GatewayReply to(String location) {
    return new GatewayReply(303, "", location, false);
  }

  public static GatewayReply failed(int status, String reason) {
    return new GatewayReply(status, Map.of("error", reason), null, false);
  }

  public static GatewayReply none() {
    return new GatewayReply(0, "", null, true);
  }

  public GatewayReply silenced() {
    return new GatewayReply(status, body, location, true);
  }
}
