package org.orderly.identity.personal;

import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.InvalidValues;
import org.orderly.kernel.PostalAddressRules;

/**
 * An address as it should be, by the rules of where an order goes.
 *
 * @param state may be {@code null}; not every country has them
 * @param postalCode empty where the country has none
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

  /**
   * @throws InvalidValue naming a member that is missing or too long
   * @throws InvalidValues if there are more
   */
  public AddressDraft {
    PostalAddressRules.at("")
        .requireName(name)
        .require("street", street)
        .require("city", city)
        .allow("state", state)
        .requireCountry(country, postalCode)
        .check();
    postalCode = postalCode == null ? "" : postalCode;
  }
}
