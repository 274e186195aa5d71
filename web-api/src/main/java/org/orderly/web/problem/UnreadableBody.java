package org.orderly.web.problem;

import java.util.List;
import java.util.Map;
import org.orderly.kernel.DomainException;

/** A body that is not JSON, or not of the shape that the operation reads. */
public final class UnreadableBody extends DomainException {

  private static final long serialVersionUID = 1L;

  public UnreadableBody(String message) {
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
