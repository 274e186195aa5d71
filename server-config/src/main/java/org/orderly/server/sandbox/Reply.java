package org.orderly.server.sandbox;

import java.util.Map;

/**
 * What is answered.
 *
 * @param body becomes JSON, unless it is a text, which is HTML
 * @param location where the browser goes next; may be {@code null}
 * @param silent whether the caller never hears of it
 */
record Reply(int status, Object body, String location, boolean silent) {

  static Reply ok(Object body) {
    return new Reply(200, body, null, false);
  }

  static Reply page(String html) {
    return new Reply(200, html, null, false);
  }

  static Reply to(String location) {
    return new Reply(303, "", location, false);
  }

  static Reply failed(int status, String reason) {
    return new Reply(status, Map.of("error", reason), null, false);
  }

  static Reply none() {
    return new Reply(0, "", null, true);
  }

  Reply silenced() {
    return new Reply(status, body, location, true);
  }
}
