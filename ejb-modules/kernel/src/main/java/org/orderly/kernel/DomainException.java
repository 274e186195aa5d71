package org.orderly.kernel;

import jakarta.ejb.ApplicationException;
import java.util.Map;

/**
 * A business reason why a request is refused.
 *
 * <p>Concrete classes are named for the fact (insufficient stock), carry a stable {@link #code()}
 * for programs and typed {@link #details()} for people, and roll the transaction back. The edge
 * turns them into problem answers (RFC 9457).
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class DomainException extends RuntimeException {

  /** What sort of refusal this is; the edge derives the HTTP status from it. */
  public enum Kind {
    INVALID,
    NOT_FOUND,
    CONFLICT,
    RULE_BROKEN,
    FORBIDDEN,
    UNAUTHENTICATED,
    LIMITED,
    UNAVAILABLE
  }

  private final Kind kind;
  private final String code;
  private final transient Map<String, Object> details;

  protected DomainException(Kind kind, String code, String message) {
    this(kind, code, message, Map.of());
  }

  protected DomainException(Kind kind, String code, String message, Map<String, Object> details) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public Kind kind() {
    return kind;
  }

  /** A stable name of the failure in kebab case, part of the API's contract. */
  public String code() {
    return code;
  }

  /** Further members of the problem answer; never holds secrets. */
  public Map<String, Object> details() {
    return details;
  }
}
