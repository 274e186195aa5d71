package org.orderly.tests.bench;

/** How the orders of a bench are paid. */
enum PaymentMode {
  WALLET("wallet", "{\"method\":\"wallet\"}", "0"),
  /** The gateway takes as long as one on the internet does. */
  CARD("card", "{\"method\":\"card\",\"token\":\"tok_ok\"}", "50");

  private final String method;
  private final String json;
  private final String gatewayMillis;

  PaymentMode(String method, String json, String gatewayMillis) {
    this.method = method;
    this.json = json;
    this.gatewayMillis = gatewayMillis;
  }

  String method() {
    return method;
  }

  @Override
  public String toString() {
    return method;
  }

  String json() {
    return json;
  }

  String gatewayMillis() {
    return gatewayMillis;
  }
}
