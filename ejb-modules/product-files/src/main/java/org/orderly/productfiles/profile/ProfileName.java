package org.orderly.productfiles.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.orderly.productfiles.product.ReadOptions;

/** The kinds of files that are known. */
public enum ProfileName {
  PLAIN("a plain file", List.of()),
  WOOCOMMERCE("an export of WooCommerce", List.of("type", "sku", "name", "regularprice")),
  SHOPIFY("an export of Shopify", List.of("title", "option1value")),
  GOOGLE_MERCHANT("a feed for Google Merchant", List.of("id", "title", "price", "link"));

  private final String shown;
  private final List<String> telling;

  ProfileName(String shown, List<String> telling) {
    this.shown = shown;
    this.telling = telling;
  }

  /** For people, within a sentence. */
  public String shown() {
    return shown;
  }

  /** As it is written on a command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Guesses by the header.
   *
   * @param columns keys of its columns; empty if the file has no header
   */
  public static ProfileName guessed(Set<String> columns) {
    return Arrays.stream(values())
        .filter(name -> name != PLAIN && columns.containsAll(name.telling))
        .findFirst()
        .orElse(PLAIN);
  }

  public ProductProfile begin(ReadOptions options) {
    return switch (this) {
      case PLAIN -> new PlainProfile(options);
      case WOOCOMMERCE -> new WooCommerceProfile(options);
      case SHOPIFY -> new ShopifyProfile(options);
      case GOOGLE_MERCHANT -> new GoogleMerchantProfile(options);
    };
  }
}
