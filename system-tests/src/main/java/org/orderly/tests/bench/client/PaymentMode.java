package org.orderly.tests.bench.client;

/** How the orders of a bench are paid. */
public enum PaymentMode {
  WALLET("wallet", "{\"method\":\"wallet\"}"),
  CARD("card", "{\"method\":\"card\",\"token\":\"tok_ok\"}");

  private final String method;
  private final String json;

  PaymentMode(String method, String json) {
    this.method = method;
    this.json = json;
  }

  public String method() {
    return method;
  }

  @Override
  public String toString() {
    return method;
  }

  public String json() {
    return json;
  }
}
