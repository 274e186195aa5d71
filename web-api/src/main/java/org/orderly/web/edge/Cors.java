package org.orderly.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of other origins call the API, if the configuration names them (the CORS protocol of
 * the Fetch standard).
 *
 * <p>Callers show who they are by a header that their own code sets, never by what a browser adds,
 * so credentials are not allowed to anybody. A preflight has no token and is answered here.
 */
public class Cors extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String HEADERS =
      "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, If-None-Match, Order-Token,"
          + " X-Request-Id";
  private static final String EXPOSED =
      "X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy,"
          + " Retry-After, Location, ETag, Idempotent-Replayed, Order-Token";
  private static final String PREFLIGHT_SECONDS = "3600";

  @Inject private transient AllowedOrigins origins;

  /** For the server, which finds the origins. */
  public Cors() {}

  Cors(AllowedOrigins origins) {
    this.origins = origins;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (origins.areNone() || !RequestPath.path(request).startsWith("/api/")) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin == null || !origins.contains(origin)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (preflight) {
      response.setHeader("Access-Control-Allow-Methods", METHODS);
      response.setHeader("Access-Control-Allow-Headers", HEADERS);
      response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
      chain.doFilter(request, response);
    }
  }
}
