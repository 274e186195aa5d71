package org.orderly.ordering;

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
public record ShippingAddress(
    String name, String street, String city, String state, String postalCode, String country) {

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
