package org.orderly.web.problem;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderly.kernel.DomainException;

/** A body that is not JSON, or not of the shape that the operation reads. */
public final class UnreadableBody extends DomainException {

  private static final long serialVersionUID = 1L;

  public UnreadableBody(String message) {
    super(Kind.INVALID, "malformed-body", message);
  }

  UnreadableBody(String field, String message) {
    this("malformed-body", field, message);
  }

  private UnreadableBody(String code, String field, String message) {
    super(
        Kind.INVALID,
        code,
        field + " " + message,
        Map.of("errors", List.of(new Problem.FieldError(field, message))));
  }

  /** A member that the operation does not read, named by its path, with those that it does. */
  static UnreadableBody unknownMember(String path, Collection<?> known) {
    String names =
        known == null
            ? ""
            : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    return new UnreadableBody("unknown-member", path, "is not known; known here: " + names);
  }
}
