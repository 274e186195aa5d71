package org.orderly.productfiles.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads prices with or without their currency: {@code 49.50}, {@code $49.50}, {@code 89,00 EUR}.
 */
public final class PriceText {

  private static final Pattern PRICE =
      Pattern.compile(
          "(?<before>[^0-9.,+-]*)(?<number>[+-]?[.,]?[0-9][0-9.,'\\u2019 \\u00A0\\u202F\\u2009]*)(?<after>[^0-9]*)");

  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

  private final DecimalMark mark;
  private final String usual;

  /**
   * @param usual the currency of prices that name none
   */
  public PriceText(DecimalMark mark, String usual) {
    this.mark = mark;
    this.usual = usual;
  }

  /**
   * An amount and its currency.
   *
   * @param currency code of ISO 4217
   */
  public record Price(BigDecimal amount, String currency) {}

  /**
   * @param given what the file says of the currency beside the price; {@code null} if nothing
   * @throws UnusableValue if it is no price, or names another currency than the file
   */
  public Price read(String text, @Nullable String given) {
    Matcher price = PRICE.matcher(text.strip());
    if (text.length() > 100 || !price.matches()) {
      throw new UnusableValue("price is not a number: " + UnusableValue.excerpt(text));
    }
    String currency = given == null ? null : given.strip().toUpperCase(Locale.ROOT);
    for (String part : List.of(price.group("before"), price.group("after"))) {
      String sign = BLANKS.matcher(part).replaceAll("");
      if (!sign.isEmpty()) {
        currency = currency(text, sign, currency);
      }
    }
    String used = currency == null ? usual : currency;
    boolean threeAreAmbiguous = CurrencySigns.decimals(used) != 3;
    return new Price(NumberText.of("price", price.group("number"), mark, threeAreAmbiguous), used);
  }

  /** A price whose amount needs no reading. */
  public Price exact(BigDecimal amount, @Nullable String given) {
    if (amount.precision() - (long) amount.scale() > 30 || amount.scale() > 30) {
      throw new UnusableValue("price is not a number: " + UnusableValue.excerpt(amount.toString()));
    }
    return new Price(amount, given == null ? usual : given.strip());
  }

  private String currency(String text, String sign, @Nullable String given) {
    List<String> meant = CurrencySigns.of(sign);
    if (meant.isEmpty()) {
      throw new UnusableValue("price is not a number: " + UnusableValue.excerpt(text));
    }
    String wanted = given == null ? usual : given;
    if (meant.contains(wanted)) {
      return wanted;
    }
    if (given != null) {
      throw new UnusableValue(
          "price is " + UnusableValue.excerpt(text) + ", but its currency is " + given);
    }
    if (meant.size() > 1) {
      throw new UnusableValue(
          "price " + UnusableValue.excerpt(text) + " does not say which currency " + sign + " is");
    }
    return meant.get(0);
  }
}
