package org.orderly.server.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

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

  private final Books books;
  private final Bank bank;

  StepPage(Books books, Bank bank) {
    this.books = books;
    this.bank = bank;
  }

  /** Who has the page's address has the secret in it: nobody else is let in. */
  Reply answer(Call call) {
    Payment payment = books.payment(call.path().get(1)).orElseThrow(StepPage::none);
    String secret = payment.stepSecret() == null ? "" : payment.stepSecret();
    byte[] given = call.query().getOrDefault("secret", "").getBytes(StandardCharsets.UTF_8);
    if (secret.isEmpty()
        || !MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given)) {
      throw none();
    }
    if (call.method().equals("GET")) {
      boolean open = payment.state() == Payment.State.ACTION_REQUIRED;
      return Reply.page(open ? page(payment) : DONE);
    }
    bank.step(payment.id(), "approve".equals(call.form().get("answer")));
    return payment.returnTo() == null ? Reply.page(DONE) : Reply.to(payment.returnTo());
  }

  private static String page(Payment payment) {
    java.util.Currency currency = java.util.Currency.getInstance(payment.currency());
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    String amount = java.math.BigDecimal.valueOf(payment.asked(), decimals).toPlainString();
    return PAGE.formatted(amount, currency.getCurrencyCode());
  }

  private static Refusal none() {
    return new Refusal(404, "there is nothing here");
  }
}
