package org.orderly.kernel;

import java.util.List;
import java.util.Map;

/** Several members of a request that are wrong; {@code errors} names each. */
public final class InvalidValues extends DomainException {

  private static final long serialVersionUID = 1L;

  InvalidValues(String message, List<Map<String, String>> errors) {
    super(Kind.INVALID, "validation-failed", message, Map.of("errors", errors));
  }
}
