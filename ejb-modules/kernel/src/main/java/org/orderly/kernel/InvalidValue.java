package org.orderly.kernel;

import java.util.List;
import java.util.Map;

/** Input that cannot be read as the value it should be: an amount, a quantity, a cursor. */
public final class InvalidValue extends DomainException {

  private static final long serialVersionUID = 1L;

  /**
   * @param field the member of the request that is wrong
   * @param message what is wrong with it, for people
   */
  public InvalidValue(String field, String message) {
    super(
        Kind.INVALID,
        "invalid-value",
        field + " " + message,
        Map.of("field", field, "errors", List.of(Map.of("field", field, "message", message))));
  }
}
