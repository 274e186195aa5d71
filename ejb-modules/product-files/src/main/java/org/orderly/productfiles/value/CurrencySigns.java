package org.orderly.productfiles.value;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which currencies a sign or a code beside an amount stands for. */
final class CurrencySigns {

  private static final Map<String, List<String>> SIGNS =
      Map.ofEntries(
          Map.entry(
              "$",
              List.of(
                  "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS",
                  "JMD", "TTD", "BSD", "BBD", "BZD", "FJD")),
          Map.entry("US$", List.of("USD")),
          Map.entry("A$", List.of("AUD")),
          Map.entry("AU$", List.of("AUD")),
          Map.entry("C$", List.of("CAD")),
          Map.entry("CA$", List.of("CAD")),
          Map.entry("NZ$", List.of("NZD")),
          Map.entry("S$", List.of("SGD")),
          Map.entry("HK$", List.of("HKD")),
          Map.entry("NT$", List.of("TWD")),
          Map.entry("MX$", List.of("MXN")),
          Map.entry("R$", List.of("BRL")),
          Map.entry("\u20AC", List.of("EUR")),
          Map.entry("\u00A3", List.of("GBP")),
          Map.entry("\u00A5", List.of("JPY", "CNY")),
          Map.entry("\uFFE5", List.of("JPY", "CNY")),
          Map.entry("\u20B9", List.of("INR")),
          Map.entry("\u20A9", List.of("KRW")),
          Map.entry("\u20AB", List.of("VND")),
          Map.entry("\u0E3F", List.of("THB")),
          Map.entry("\u20B4", List.of("UAH")),
          Map.entry("\u20BD", List.of("RUB")),
          Map.entry("\u20BA", List.of("TRY")),
          Map.entry("\u20AA", List.of("ILS")),
          Map.entry("\u20B1", List.of("PHP")),
          Map.entry("\u20A6", List.of("NGN")),
          Map.entry("Z\u0141", List.of("PLN")),
          Map.entry("K\u010C", List.of("CZK")),
          Map.entry("FT", List.of("HUF")),
          Map.entry("LEI", List.of("RON")),
          Map.entry("FR.", List.of("CHF")),
          Map.entry("KR", List.of("SEK", "NOK", "DKK", "ISK")),
          Map.entry("KR.", List.of("DKK", "NOK", "SEK", "ISK")));

  private CurrencySigns() {}

  /** Codes of ISO 4217, the likeliest first; empty if it stands for none. */
  static List<String> of(String sign) {
    String upper = sign.toUpperCase(Locale.ROOT);
    List<String> known = SIGNS.get(upper);
    return known != null ? known : isCode(upper) ? List.of(upper) : List.of();
  }

  static boolean isCode(String code) {
    try {
      return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static int decimals(String code) {
    return isCode(code) ? Currency.getInstance(code).getDefaultFractionDigits() : 2;
  }
}
