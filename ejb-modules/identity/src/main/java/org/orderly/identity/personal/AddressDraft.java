package org.orderly.identity.personal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.FieldErrors;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.InvalidValues;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.UrlDetector;

/**
 * An address as it should be in the address book.
 *
 * @param isDefault whether to suggest it before the others
 */
public record AddressDraft(PostalAddress address, boolean isDefault) {

  /**
   * @throws InvalidValue naming a member that is missing or too long, or a name with a link, since
   *     names stand in mails
   * @throws InvalidValues if there are more
   */
  public static AddressDraft of(
      String name,
      String street,
      String city,
      @Nullable String state,
      String postalCode,
      String country,
      boolean isDefault) {
    FieldErrors errors = new FieldErrors();
    if (name != null && UrlDetector.in(name)) {
      errors.add("name", "must not hold a link");
    }
    PostalAddress address =
        errors.read(() -> new PostalAddress(name, street, city, state, postalCode, country));
    errors.throwIfAny();
    return new AddressDraft(Objects.requireNonNull(address), isDefault);
  }
}
