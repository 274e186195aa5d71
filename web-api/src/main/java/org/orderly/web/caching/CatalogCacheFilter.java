package org.orderly.web.caching;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.web.edge.Route;

/**
 * Answers a request whose like JAX-RS has answered from the cache before, without JAX-RS.
 *
 * <p>It stands behind all other filters: the request is authenticated, counted and logged. Requests
 * are alike if address, query and the headers that JAX-RS reads for these resources are the same,
 * letter for letter; so whatever JAX-RS refuses is never answered here. Everything else, such as
 * conditions that do not name the current tag, goes on to JAX-RS.
 */
public class CatalogCacheFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** The request's attribute for the key of the response that JAX-RS has sent. */
  static final String KEY = CatalogCacheFilter.class.getName();

  private static final int LONGEST_KEY = 1_000;

  /** With one of these JAX-RS decides. */
  private static final List<String> DECIDING =
      List.of(
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.COOKIE,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_MODIFIED_SINCE,
          HttpHeaders.IF_UNMODIFIED_SINCE,
          HttpHeaders.CONTENT_LENGTH,
          "Transfer-Encoding");

  @Inject private transient CatalogResponses responses;

  /** For the server, which finds the responses. */
  public CatalogCacheFilter() {}

  CatalogCacheFilter(CatalogResponses responses) {
    this.responses = responses;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String route =
        request.getMethod().equals("GET") ? CachedRoute.of(request.getRequestURI()) : null;
    String key = route == null ? null : key(request);
    if (key == null) {
      chain.doFilter(request, response);
      return;
    }
    CachedResponse known = responses.find(key);
    if (known == null || !send(known, request, response)) {
      chain.doFilter(request, response);
      remember(key, request, response);
    } else {
      request.setAttribute(Route.ATTRIBUTE, route);
    }
  }

  private void remember(String key, HttpServletRequest request, HttpServletResponse response) {
    boolean sent =
        response.getStatus() == HttpServletResponse.SC_OK
            || response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED;
    Object cached = request.getAttribute(KEY);
    if (sent && cached != null) {
      responses.remember(key, cached);
    }
  }

  /** Says all that the response depends on; {@code null} if JAX-RS has to decide. */
  private static @Nullable String key(HttpServletRequest request) {
    for (String header : DECIDING) {
      if (request.getHeader(header) != null) {
        return null;
      }
    }
    String key =
        request.getRequestURI()
            + '?'
            + request.getQueryString()
            + '\n'
            + request.getHeader(HttpHeaders.ACCEPT)
            + '\n'
            + request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return key.length() > LONGEST_KEY ? null : key;
  }

  /** Whether the response was sent: not if the request has another condition than this tag. */
  private static boolean send(
      CachedResponse cached, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean gzip =
        cached.isCompressible()
            && AcceptEncoding.allowsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    String tag = '"' + cached.tag(gzip) + '"';
    String condition = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (condition != null && !condition.equals(tag)) {
      return false;
    }
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (condition != null) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return true;
    }
    if (gzip) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    byte[] body = cached.body(gzip);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    return true;
  }
}
