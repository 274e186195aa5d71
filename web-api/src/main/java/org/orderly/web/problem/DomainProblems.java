package org.orderly.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.orderly.kernel.DomainException;

/** Turns a business refusal into a problem answer. */
@Provider
public class DomainProblems implements ExceptionMapper<DomainException> {

  @Override
  public Response toResponse(DomainException failure) {
    return problem(failure).toResponse();
  }

  static Problem problem(DomainException failure) {
    return Problem.of(
        status(failure.kind()), failure.code(), failure.getMessage(), List.of(), failure.details());
  }

  private static int status(DomainException.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case RULE_BROKEN -> 422;
      case LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
