package org.orderly.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an address needs to know of a country: ISO 3166-1 codes of two letters and, as everybody
 * uses it though ISO has only reserved it, {@code XK} for Kosovo.
 */
public final class Country {

  private static final Set<String> KNOWN = known();

  /**
   * Countries where addresses have no postal code, or where it is not in use and people do not know
   * theirs. Drawn up from general knowledge of postal systems, not taken from a published list; a
   * postal code may be given there all the same.
   */
  private static final Set<String> WITHOUT_POSTAL_CODES =
      Set.of(
          ("AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GM GQ GY"
                  + " HK JM KI KM KN KP LY ML MO MR MW NR NU QA RW SB SC SL SR SS ST SX SY TD TF TG"
                  + " TK TL TO TV UG VU YE ZW")
              .split(" "));

  private Country() {}

  /** Whether a code of two capital letters is that of a country. */
  public static boolean isKnown(String code) {
    return code != null && KNOWN.contains(code);
  }

  /** Whether an address of this country is incomplete without a postal code. */
  public static boolean needsPostalCode(String code) {
    return code == null || !WITHOUT_POSTAL_CODES.contains(code);
  }

  private static Set<String> known() {
    Set<String> codes = new HashSet<>(List.of(Locale.getISOCountries()));
    codes.add("XK");
    return Set.copyOf(codes);
  }
}
