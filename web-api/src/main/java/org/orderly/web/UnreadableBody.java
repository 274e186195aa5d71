package org.orderly.web;

import java.util.List;
import java.util.Map;
import org.orderly.kernel.DomainException;

/** A body that is not JSON, or not of the shape that the operation reads. */
final class UnreadableBody extends DomainException {

  private static final long serialVersionUID = 1L;

  UnreadableBody(String message) {
    super(Kind.INVALID, "malformed-body", message);
  }

  UnreadableBody(String field, String message) {
    super(
        Kind.INVALID,
        "malformed-body",
        field + " " + message,
        Map.of("errors", List.of(new Problem.FieldError(field, message))));
  }
}
