package org.orderly.tests.drill.payments;

/** What is under way when a part is lost. */
enum PaymentDrillStep {
  CHECKOUT("card checkout", "select count(*) from card_intent where state = 'ASKED'"),
  CAPTURE(
      "capture",
      "select count(*) from payment_task"
          + " where kind = 'CAPTURE' and state = 'OPEN' and asked_at is not null"),
  REFUND("refund", "select count(*) from refund where status = 'PENDING'"),
  WITHDRAW(
      "withdraw",
      "select count(*) from gateway_transfer where direction = 'OUT' and status = 'PENDING'");

  private final String title;
  private final String underWay;

  PaymentDrillStep(String title, String underWay) {
    this.title = title;
    this.underWay = underWay;
  }

  String title() {
    return title;
  }

  /** Counts in the payment database what is at this step at the moment. */
  String underWay() {
    return underWay;
  }
}
