package org.orderly.tests.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the clients of a row do. */
enum Scenario {
  SPREAD("two of 1,000 products"),
  OPEN("two of 1,000 products, open load"),
  HOT("one hot product"),
  SOLD_OUT("a product that is sold out"),
  CARD("two of 1,000 products, by card"),

  BARE("a resource that does nothing"),
  SHOP("GET /shop"),
  LIST("GET /products"),
  SEARCH("GET /products?q="),
  DETAIL("GET /products/{id}"),
  CART("GET /cart"),
  ME("GET /users/me");

  static final List<Scenario> CHECKOUT = List.of(SPREAD, OPEN, HOT, SOLD_OUT, CARD);
  static final List<Scenario> READS = List.of(BARE, SHOP, LIST, SEARCH, DETAIL, CART, ME);

  private final String title;

  Scenario(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** As in options and result files. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether what is counted is refusals. */
  boolean isRefused() {
    return this == SOLD_OUT;
  }

  boolean isRead() {
    return READS.contains(this);
  }

  /** The one of this code; picocli tells the user which there are. */
  static Scenario of(String code) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  @Override
  public String toString() {
    return code();
  }
}
