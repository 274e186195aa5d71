package org.orderly.server.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.orderly.server.sandbox.http.GatewayReply;
import org.orderly.server.sandbox.http.GatewayRequest;
import org.orderly.server.sandbox.http.InvalidRequest;

/** Where a buyer says yes or no to a payment, as on the page of a bank. */
final class StepPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sandbox bank</title></head>
      <body>
      <h1>Sandbox bank</h1>
      <p>A shop asks for %s %s of your card. No real money moves here.</p>
      <form method="post">
      <button name="answer" value="approve">Approve</button>
      <button name="answer" value="refuse">Refuse</button>
      </form>
      </body>
      </html>
      """;

  private static final String DONE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sandbox bank</title></head>
      <body><h1>Sandbox bank</h1><p>Done. You can go back to the shop.</p></body>
      </html>
      """;

  private final GatewayState gatewayState;
  private final PaymentService paymentService;

  StepPage(GatewayState gatewayState, PaymentService paymentService) {
    this.gatewayState = gatewayState;
    this.paymentService = paymentService;
  }

  /** Who has the page's address has the secret in it: nobody else is let in. */
  GatewayReply answer(GatewayRequest gatewayRequest) {
    SandboxPayment sandboxPayment =
        gatewayState.payment(gatewayRequest.path().get(1)).orElseThrow(StepPage::none);
    String secret = sandboxPayment.stepSecret() == null ? "" : sandboxPayment.stepSecret();
    byte[] given =
        gatewayRequest.query().getOrDefault("secret", "").getBytes(StandardCharsets.UTF_8);
    if (secret.isEmpty()
        || !MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given)) {
      throw none();
    }
    if (gatewayRequest.method().equals("GET")) {
      boolean open = sandboxPayment.state() == SandboxPayment.State.ACTION_REQUIRED;
      return GatewayReply.page(open ? page(sandboxPayment) : DONE);
    }
    paymentService.step(sandboxPayment.id(), "approve".equals(gatewayRequest.form().get("answer")));
    return sandboxPayment.returnTo() == null
        ? GatewayReply.page(DONE)
        : GatewayReply.to(sandboxPayment.returnTo());
  }

  private static String page(SandboxPayment sandboxPayment) {
    java.util.Currency currency = java.util.Currency.getInstance(sandboxPayment.currency());
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    String amount = java.math.BigDecimal.valueOf(sandboxPayment.asked(), decimals).toPlainString();
    return PAGE.formatted(amount, currency.getCurrencyCode());
  }

  private static InvalidRequest none() {
    return new InvalidRequest(404, "there is nothing here");
  }
}
