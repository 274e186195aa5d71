package org.orderly.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The problem answers of what JAX-RS itself refuses: no such path, wrong method, unsupported media
 * type.
 */
@Provider
public class HttpProblems implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException failure) {
    Response refused = failure.getResponse();
    if (refused.getStatus() < 400 || refused.hasEntity()) {
      return refused;
    }
    if (refused.getStatus() >= 500) {
      return UnexpectedProblems.problem(failure).toResponse();
    }
    Response answer = HttpStatusProblem.of(refused.getStatus()).toResponse();
    String allow = refused.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }
}
