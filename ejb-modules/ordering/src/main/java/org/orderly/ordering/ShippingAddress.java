package org.orderly.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.orderly.kernel.InvalidValue;

/**
 * Where an order goes.
 *
 * @param state may be {@code null}; not every country has them
 * @param country ISO 3166 code of two letters
 */
@Embeddable
public record ShippingAddress(
    @Column(name = "ship_name") String name,
    @Column(name = "ship_street") String street,
    @Column(name = "ship_city") String city,
    @Column(name = "ship_state") String state,
    @Column(name = "ship_postal_code") String postalCode,
    @Column(name = "ship_country") String country) {

  private static final int MAX_LENGTH = 200;
  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  /**
   * @throws InvalidValue naming the first member that is missing or too long
   */
  public ShippingAddress {
    require("name", name);
    require("street", street);
    require("city", city);
    require("postalCode", postalCode);
    if (state != null && !state.isBlank()) {
      require("state", state);
    }
    if (country == null || !COUNTRIES.contains(country)) {
      throw new InvalidValue("shippingAddress.country", "must be an ISO 3166 code of two letters");
    }
  }

  private static void require(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidValue("shippingAddress." + field, "is missing");
    }
    if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(
          "shippingAddress." + field, "must be one line of up to " + MAX_LENGTH + " characters");
    }
  }
}
