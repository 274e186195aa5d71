package org.orderly.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.InvalidValues;
import org.orderly.kernel.PostalAddressRules;

/**
 * The address that an order is shipped to.
 *
 * @param state {@code null} where the country has none
 * @param postalCode empty where the country has none
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

  /**
   * @throws InvalidValue if a field is missing or too long
   * @throws InvalidValues if several are
   */
  public ShippingAddress {
    PostalAddressRules.at("shippingAddress.")
        .require("name", name)
        .require("street", street)
        .require("city", city)
        .allow("state", state)
        .requireCountry(country, postalCode)
        .check();
    postalCode = postalCode == null ? "" : postalCode;
  }

  /** Postal code and city as one line. */
  public String locality() {
    return postalCode.isBlank() ? city : postalCode + " " + city;
  }
}
