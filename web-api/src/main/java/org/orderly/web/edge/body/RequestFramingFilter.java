package org.orderly.web.edge.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import org.orderly.platform.request.RequestContext;

/**
 * Refuses requests whose framing a proxy may have understood in another way: a body whose length is
 * told in two ways, two hosts (RFC 9112, 6.3 and 3.2), a request line without a version. And it
 * keeps clients that send their bodies drop by drop from taking all threads: a thread waits for a
 * body, and there are 64. Headers are read without one.
 */
public class RequestFramingFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int SEATS = 40;
  private static final int SEATS_EACH = 32;

  private final transient SlowClientLimiter room = new SlowClientLimiter(SEATS, SEATS_EACH);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean chunked = request.getHeader("Transfer-Encoding") != null;
    boolean twoLengths = chunked && request.getHeader("Content-Length") != null;
    if (twoLengths || hasTwoHosts(request) || !isVersioned(request)) {
      response.setHeader("Connection", "close");
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else if (chunked || request.getContentLengthLong() > 0) {
      passOn(request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** HTTP/0.9 has no version on its request line, and knows neither headers nor a status. */
  private static boolean isVersioned(HttpServletRequest request) {
    String protocol = request.getProtocol();
    return protocol.startsWith("HTTP/") && !protocol.startsWith("HTTP/0");
  }

  private static boolean hasTwoHosts(HttpServletRequest request) {
    Enumeration<String> hosts = request.getHeaders("Host");
    if (hosts.hasMoreElements()) {
      hosts.nextElement();
    }
    return hosts.hasMoreElements();
  }

  private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    WithBody guarded = new WithBody(request, room, RequestContext.current().address());
    try {
      chain.doFilter(guarded, response);
    } finally {
      guarded.leave();
    }
  }

  private static final class WithBody extends HttpServletRequestWrapper {

    private final SlowClientLimiter room;
    private final String client;
    private ThrottledBody body;

    WithBody(HttpServletRequest request, SlowClientLimiter room, String client) {
      super(request);
      this.room = room;
      this.client = client;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new ThrottledBody(super.getInputStream(), getContentLengthLong(), room, client);
      }
      return body;
    }

    void leave() {
      if (body != null) {
        body.leave();
      }
    }
  }
}
