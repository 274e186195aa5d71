package org.orderly.kernel;

/** The rules for every address that is read: at checkout, of a guest, in an address book. */
public final class PostalAddressRules {

  private static final int MAX_LENGTH = 200;

  private final FieldErrors errors = new FieldErrors();
  private final String prefix;

  private PostalAddressRules(String prefix) {
    this.prefix = prefix;
  }

  /**
   * @param prefix of the members' names in the request, such as {@code shippingAddress.}
   */
  public static PostalAddressRules at(String prefix) {
    return new PostalAddressRules(prefix);
  }

  /** One line that must be there. */
  public PostalAddressRules require(String member, String line) {
    if (line == null || line.isBlank()) {
      errors.add(prefix + member, line == null ? "is missing" : "must not be blank");
      return this;
    }
    return allow(member, line);
  }

  /** The name, which stands in mails. */
  public PostalAddressRules requireName(String name) {
    require("name", name);
    if (name != null && UrlDetector.in(name)) {
      errors.add(prefix + "name", "must not hold a link");
    }
    return this;
  }

  /** One line that may be missing. */
  public PostalAddressRules allow(String member, String line) {
    if (line != null
        && (line.length() > MAX_LENGTH || line.chars().anyMatch(Character::isISOControl))) {
      errors.add(prefix + member, "must be one line of up to " + MAX_LENGTH + " characters");
    }
    return this;
  }

  /** The country, and its postal code if its addresses have one. */
  public PostalAddressRules requireCountry(String country, String postalCode) {
    if (!Country.isKnown(country)) {
      errors.add(prefix + "country", "must be an ISO 3166 code of two letters");
    }
    return Country.needsPostalCode(country)
        ? require("postalCode", postalCode)
        : allow("postalCode", postalCode);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidValue naming a member that is missing or too long
   * @throws InvalidValues if there are more
   */
  public void check() {
    errors.throwIfAny();
  }
}
