package org.orderly.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.logging.LogContext;
import org.orderly.platform.request.RequestContext;

/**
 * Sets the request context for the thread that works on a request, and gives the request an id.
 *
 * <p>The server has checked the token before. A request whose token is refused reaches no filter,
 * only the error page; it is noted there, as is one that failed on its way here.
 */
public class RequestContextFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int DEVICE = 200;

  @Inject private transient ClientAddress addresses;
  @Inject private transient Connector connector;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!connector.admits(request, response)) {
      return;
    }
    long begin = System.nanoTime();
    String id = RequestIds.of(request, response);
    response.setHeader(RequestIds.HEADER, id);
    RequestContext requestContext =
        new RequestContext(actor(request), addresses.of(request), id, device(request));
    RequestContext.enter(requestContext);
    LogContext.enter(AccessLog.fields(requestContext));
    try {
      answer(SecureRequest.of(request, addresses), response, chain);
      AccessLog.ended(request, response, requestContext, begin);
    } finally {
      LogContext.leave();
      RequestContext.leave();
    }
  }

  /** A client that left is no failure: nothing is to be written about it but the request's line. */
  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (!isAboutTheConnection(e) || !connector.isGone(request)) {
        throw e;
      }
    }
  }

  private static boolean isAboutTheConnection(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof IOException;
  }

  private static String actor(HttpServletRequest request) {
    Principal caller = request.getUserPrincipal();
    return caller instanceof JsonWebToken token && token.getSubject() != null
        ? token.getSubject()
        : RequestContext.ANONYMOUS;
  }

  private static String device(HttpServletRequest request) {
    String told = request.getHeader("User-Agent");
    if (told == null) {
      return "";
    }
    return told.chars()
        .filter(c -> !Character.isISOControl(c))
        .limit(DEVICE)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
