package org.orderly.identity.personal;

import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.DomainException;

/** There is no such address in this user's book. */
final class UnknownAddress extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownAddress(UUID id) {
    super(
        Kind.NOT_FOUND,
        "unknown-address",
        "there is no such address",
        Map.of("addressId", id.toString()));
  }
}
