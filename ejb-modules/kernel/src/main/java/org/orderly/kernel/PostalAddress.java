package org.orderly.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A postal address: where an order is shipped to, also in an address book and on documents.
 *
 * @param state {@code null} where the country has none
 * @param postalCode empty where the country has none
 * @param country ISO 3166 code of two letters
 */
public record PostalAddress(
    String name,
    String street,
    String city,
    @Nullable String state,
    String postalCode,
    String country) {

  private static final int MAX_LENGTH = 200;

  /**
   * @throws InvalidValue if a member is missing or too long; members are named without the name of
   *     the address
   * @throws InvalidValues if several are
   */
  public PostalAddress {
    FieldErrors errors = new FieldErrors();
    require(errors, "name", name);
    require(errors, "street", street);
    require(errors, "city", city);
    allow(errors, "state", state);
    if (!Country.isKnown(country)) {
      errors.add("country", "must be an ISO 3166 code of two letters");
    }
    if (Country.needsPostalCode(country)) {
      require(errors, "postalCode", postalCode);
    } else {
      allow(errors, "postalCode", postalCode);
    }
    errors.throwIfAny();
    postalCode = postalCode == null ? "" : postalCode;
  }

  /** One line that must be there. */
  private static void require(FieldErrors errors, String member, @Nullable String line) {
    if (line == null || line.isBlank()) {
      errors.add(member, line == null ? "is missing" : "must not be blank");
    } else {
      allow(errors, member, line);
    }
  }

  /** One line that may be missing. */
  private static void allow(FieldErrors errors, String member, @Nullable String line) {
    if (line != null
        && (line.length() > MAX_LENGTH || line.chars().anyMatch(Character::isISOControl))) {
      errors.add(member, "must be one line of up to " + MAX_LENGTH + " characters");
    }
  }

  /** Postal code and city as one line. */
  public String locality() {
    return postalCode.isBlank() ? city : postalCode + " " + city;
  }
}
