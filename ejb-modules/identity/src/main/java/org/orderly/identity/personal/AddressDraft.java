package org.orderly.identity.personal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.orderly.kernel.InvalidValue;

/**
 * An address as it should be, by the rules of where an order goes.
 *
 * @param state may be {@code null}; not every country has them
 * @param country ISO 3166 code of two letters
 * @param isDefault whether to suggest it before the others
 */
public record AddressDraft(
    String name,
    String street,
    String city,
    String state,
    String postalCode,
    String country,
    boolean isDefault) {

  private static final int MAX_LENGTH = 200;
  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  /**
   * @throws InvalidValue naming the first member that is missing or too long
   */
  public AddressDraft {
    require("name", name);
    require("street", street);
    require("city", city);
    require("postalCode", postalCode);
    if (state != null && !state.isBlank()) {
      require("state", state);
    }
    if (country == null || !COUNTRIES.contains(country)) {
      throw new InvalidValue("country", "must be an ISO 3166 code of two letters");
    }
  }

  private static void require(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidValue(field, "is missing");
    }
    if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(field, "must be one line of up to " + MAX_LENGTH + " characters");
    }
  }
}
