package org.orderly.identity.apiclient;

import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.DomainException;

/** There is no API client with this client id. */
final class UnknownApiClient extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownApiClient(UUID id) {
    super(
        Kind.NOT_FOUND,
        "unknown-client",
        "there is no such client",
        Map.of("clientId", id.toString()));
  }
}
