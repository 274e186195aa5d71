package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Lets the server's MicroProfile JWT mechanism authenticate each request. The server asks again
 * when a resource has been found that needs a role; it then hears of a guest whose order token
 * {@link OrderTokenFilter} has verified.
 *
 * <p>GlassFish 8 registers that mechanism twice, with and without a qualifier, and its own handler
 * then refuses every request as ambiguous.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanismHandler {

  private final HttpAuthenticationMechanism mechanism;

  protected TokenAuthentication() {
    this.mechanism = null;
  }

  @Inject
  TokenAuthentication(
      Instance<HttpAuthenticationMechanism> unqualified,
      @Any Instance<HttpAuthenticationMechanism> all) {
    this.mechanism = unqualified.isResolvable() ? unqualified.get() : all.get();
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    return request.getAttribute(OrderToken.GUEST) == null
        ? mechanism.validateRequest(request, response, context)
        : context.notifyContainerAboutLogin(Roles.GUEST, Set.of(Roles.GUEST));
  }

  @Override
  public AuthenticationStatus secureResponse(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    return mechanism.secureResponse(request, response, context);
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    mechanism.cleanSubject(request, response, context);
  }
}
