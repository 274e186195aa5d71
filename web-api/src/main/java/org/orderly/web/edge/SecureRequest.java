package org.orderly.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that came by https to a trusted proxy, and from there to us by http. */
final class SecureRequest extends HttpServletRequestWrapper {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private SecureRequest(HttpServletRequest request) {
    super(request);
  }

  static HttpServletRequest of(HttpServletRequest request, ClientAddress addresses) {
    boolean asItSeems = request.isSecure() || !addresses.isSecure(request);
    return asItSeems ? request : new SecureRequest(request);
  }

  @Override
  public boolean isSecure() {
    return true;
  }

  @Override
  public String getScheme() {
    return "https";
  }

  /** The port in {@code Host}; where there is none, the scheme's own. */
  @Override
  public int getServerPort() {
    int port = super.getServerPort();
    return port == HTTP_PORT ? HTTPS_PORT : port;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = new StringBuffer("https://").append(getServerName());
    if (getServerPort() != HTTPS_PORT) {
      url.append(':').append(getServerPort());
    }
    return url.append(getRequestURI());
  }
}
