package org.orderly.catalog.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.kernel.InvalidValue;

/** What the products of a list can be counted by. */
public enum Facet {
  BRAND,
  CATEGORY,
  PRICE;

  /**
   * The facets of these codes, several by repetition or by commas.
   *
   * @throws InvalidValue if there is no such facet
   */
  public static Set<Facet> of(List<String> codes) {
    Set<Facet> facets = EnumSet.noneOf(Facet.class);
    for (String code : String.join(",", codes).split(",")) {
      if (!code.isBlank()) {
        facets.add(one(code.strip()));
      }
    }
    return facets;
  }

  private static Facet one(String code) {
    return Arrays.stream(values())
        .filter(facet -> facet.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "facets",
                    "must be of "
                        + Arrays.stream(values())
                            .map(Facet::code)
                            .collect(Collectors.joining(", "))));
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
