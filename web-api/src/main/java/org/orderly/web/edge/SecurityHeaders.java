package org.orderly.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What browsers are told to refuse on our behalf, after the OWASP secure headers project.
 *
 * <p>Answers of the API are no documents: nothing in them is to be shown or run, and they are kept
 * by nobody unless their resource says otherwise. Pages run nothing but their own files and are
 * framed by nobody; pictures of products may come from anywhere, so the pages fetch foreign ones
 * without credentials in place of demanding a permission that their hosts do not give; the one of a
 * second factor's key comes within the answer.
 */
public class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
  private static final String CACHE_CONTROL = "Cache-Control";

  private static final List<String> FOR_API_CLIENTS =
      List.of("/api", "/openapi", "/asyncapi", "/health", "/metrics", "/.well-known", "/problem");

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String OWN_FILES =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data: https: http:; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** The same with what Stripe's guide to content security policies names for its card fields. */
  private static final String WITH_STRIPE =
      OWN_FILES
              .replace("script-src 'self'", "script-src 'self' https://js.stripe.com")
              .replace("connect-src 'self'", "connect-src 'self' https://api.stripe.com")
          + "; frame-src https://js.stripe.com https://hooks.stripe.com";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          // the filter of old browsers could be turned against a page: off
          "X-XSS-Protection", "0",
          "X-Permitted-Cross-Domain-Policies", "none",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy",
              "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(),"
                  + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
                  + " payment=(), picture-in-picture=(), publickey-credentials-get=(),"
                  + " screen-wake-lock=(), usb=(), xr-spatial-tracking=()");

  /** A year. */
  private static final String ONLY_HTTPS = "max-age=31536000; includeSubDomains";

  private final boolean cardFields;

  public SecurityHeaders() {
    this(CardFields.publishableKey().isPresent());
  }

  SecurityHeaders(boolean cardFields) {
    this.cardFields = cardFields;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPath.path(request);
    ALWAYS.forEach(response::setHeader);
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", ONLY_HTTPS);
    }
    if (FOR_API_CLIENTS.stream().anyMatch(path::startsWith)) {
      response.setHeader(CONTENT_SECURITY_POLICY, NOTHING);
      response.setHeader(CACHE_CONTROL, "no-store");
      boolean picture = path.startsWith("/api/v1/pictures/");
      response.setHeader("Cross-Origin-Resource-Policy", picture ? "cross-origin" : "same-origin");
    } else {
      response.setHeader(CONTENT_SECURITY_POLICY, cardFields ? WITH_STRIPE : OWN_FILES);
      response.setHeader(CACHE_CONTROL, "no-cache");
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
      // frames of others must say that they may be embedded, which Stripe's do not
      response.setHeader(
          "Cross-Origin-Embedder-Policy", cardFields ? "unsafe-none" : "credentialless");
    }
    chain.doFilter(request, response);
  }
}
