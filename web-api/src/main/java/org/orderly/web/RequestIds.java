package org.orderly.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.orderly.kernel.UuidV7;

/**
 * Gives every request an id, or keeps a sane one that came with it, and answers with it.
 *
 * <p>A request whose token is refused reaches no filter, only the error page; it gets its id there.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
    asyncSupported = true)
public class RequestIds extends HttpFilter {

  static final String HEADER = "X-Request-Id";

  private static final long serialVersionUID = 1L;
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  /** The id of the request that this thread serves. */
  static String current() {
    String id = CURRENT.get();
    return id == null ? UuidV7.next().toString() : id;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = id(request, response);
    CURRENT.set(id);
    response.setHeader(HEADER, id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
    }
  }

  private static String id(HttpServletRequest request, HttpServletResponse response) {
    String answered = response.getHeader(HEADER);
    if (answered != null) {
      return answered;
    }
    String given = request.getHeader(HEADER);
    return given != null && SANE.matcher(given).matches() ? given : UuidV7.next().toString();
  }
}
