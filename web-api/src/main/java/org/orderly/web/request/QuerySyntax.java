package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.orderly.web.problem.Problem;

/**
 * Refuses queries with a percent sign that begins no escape (RFC 3986, 2.1). JAX-RS takes it for
 * itself, so that what a client escaped wrongly is looked for and not found.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class QuerySyntax implements ContainerRequestFilter {

  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    if (isMalformed(request.getQueryString())) {
      context.abortWith(
          Problem.of(400, "malformed-query", "a percent sign in the query begins no escape")
              .toResponse());
    }
  }

  /**
   * @param query {@code null} if there is none
   */
  static boolean isMalformed(String query) {
    return query != null && NO_ESCAPE.matcher(query).find();
  }
}
