package org.orderly.identity.personal;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** An address book has no room for another address. */
final class AddressBookFull extends DomainException {

  private static final long serialVersionUID = 1L;

  AddressBookFull(int most) {
    super(
        Kind.RULE_BROKEN,
        "address-book-full",
        "an address book holds at most " + most + " addresses",
        Map.of("limit", most));
  }
}
