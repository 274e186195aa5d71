package org.orderly.integrity;

/** What must be true at any instant. */
enum Invariant {
  I1("stock on hand is the sum of its movements"),
  I2("reserved stock is within stock on hand and is the sum of the live reservations"),
  I3("every placed order has exactly one reservation set, from which its shipments were taken"),
  I4("debits equal credits in every currency, and each wallet holds what its postings say"),
  I5("captured less refunded is what the ledger holds, and at most what was authorized"),
  I6("an order's total is the sum of its rounded lines and adjustments, and the amount charged"),
  I7("one cart and one key lead to at most one order"),
  I8("each transition of an order has exactly one event, and the steps lead to its status"),
  I9("no transaction is prepared and not ended for long"),
  I10("no payment is unresolved for long");

  private final String sentence;

  Invariant(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
