package org.orderly.web.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The path that a client requested, the same before a resource and on the error page. */
public final class RequestPath {

  private RequestPath() {}

  /**
   * The path that the client sent, in the form in which addresses are compared: decoded, without
   * matrix parameters, and with single slashes, none at the end but the root's.
   */
  public static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String sent = failed == null ? request.getRequestURI() : failed.toString();
    String path = sent.replaceAll(";[^/]*", "");
    if (path.indexOf('%') >= 0) {
      path = decoded(path).replaceAll(";[^/]*", "");
    }
    path = path.replaceAll("/{2,}", "/");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
