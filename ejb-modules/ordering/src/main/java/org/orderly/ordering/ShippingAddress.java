package org.orderly.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.orderly.kernel.FieldErrors;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.InvalidValues;

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
   * @throws InvalidValue naming a member that is missing or too long
   * @throws InvalidValues if there are more
   */
  public ShippingAddress {
    FieldErrors errors = new FieldErrors();
    require(errors, "name", name);
    require(errors, "street", street);
    require(errors, "city", city);
    require(errors, "postalCode", postalCode);
    if (state != null && !state.isBlank()) {
      require(errors, "state", state);
    }
    if (country == null || !COUNTRIES.contains(country)) {
      errors.add("shippingAddress.country", "must be an ISO 3166 code of two letters");
    }
    errors.throwIfAny();
  }

  private static void require(FieldErrors errors, String field, String value) {
    if (value == null || value.isBlank()) {
      errors.add("shippingAddress." + field, value == null ? "is missing" : "must not be blank");
    } else if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
      errors.add(
          "shippingAddress." + field, "must be one line of up to " + MAX_LENGTH + " characters");
    }
  }
}
