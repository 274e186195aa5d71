package org.orderly.web.edge.rate;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.platform.request.RequestContext;
import org.orderly.web.edge.RequestPath;
import org.orderly.web.edge.rate.RateLimit.Verdict;

/**
 * Admits so many requests a minute of each user, or of each address where nobody is signed in; of
 * those that check secrets also of each address, whoever is signed in there.
 *
 * <p>A request whose token is refused comes by on its way to the error page and is counted there,
 * so that guessing tokens is limited like everything else.
 */
public class RateLimits extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY = 429;
  private static final String COUNTED = RateLimits.class.getName();

  /** A long import; who is no admin is refused there, and counted. */
  private static final String BATCH = "/api/v1/products/batch";

  @Inject private transient RateLimiter limiter;

  @Inject
  @ConfigProperty(name = "orderly.rate.limit.standard", defaultValue = "100")
  private int standardPerMinute;

  @Inject
  @ConfigProperty(name = "orderly.rate.limit.strict", defaultValue = "20")
  private int strictPerMinute;

  private transient RateLimit standard;
  private transient RateLimit strict;

  @Override
  public void init() {
    standard = new RateLimit("standard", standardPerMinute);
    strict = new RateLimit("strict", strictPerMinute);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(COUNTED) == null && !admits(request, response)) {
      if (request.getDispatcherType() == DispatcherType.ERROR) {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, TOO_MANY);
      } else {
        response.sendError(TOO_MANY);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private boolean admits(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(COUNTED, true);
    String path = RequestPath.path(request);
    RateClass rateClass = RateClass.of(request.getMethod(), path);
    RateLimit limit = rateClass == RateClass.STRICT ? strict : standard;
    boolean free = rateClass == RateClass.FREE || limit.isOff();
    if (free || path.equals(BATCH) && isAdmin(request)) {
      return true;
    }
    Verdict verdict = take(limit, rateClass);
    response.setHeader("RateLimit-Limit", Integer.toString(limit.perMinute()));
    response.setHeader("RateLimit-Remaining", Long.toString(verdict.remaining()));
    response.setHeader("RateLimit-Reset", Long.toString(verdict.resetSeconds()));
    response.setHeader(
        "RateLimit-Policy", limit.perMinute() + ";w=" + RateLimit.WINDOW.toSeconds());
    if (!verdict.admitted()) {
      response.setHeader("Retry-After", Long.toString(verdict.retrySeconds()));
    }
    return verdict.admitted();
  }

  private static boolean isAdmin(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof JsonWebToken token
        && token.getGroups().contains("admin");
  }

  /** Where secrets are guessed a further account must not be a further quota. */
  private Verdict take(RateLimit limit, RateClass rateClass) {
    RequestContext requestContext = RequestContext.current();
    boolean isSignedIn = !requestContext.actor().equals(RequestContext.ANONYMOUS);
    if (!isSignedIn) {
      return limiter.take(limit, requestContext.site());
    }
    Verdict ofCaller = limiter.take(limit, requestContext.actor());
    if (rateClass != RateClass.STRICT || !ofCaller.admitted()) {
      return ofCaller;
    }
    Verdict ofSite = limiter.take(limit, requestContext.site());
    boolean isTighter = !ofSite.admitted() || ofSite.remaining() < ofCaller.remaining();
    return isTighter ? ofSite : ofCaller;
  }
}
