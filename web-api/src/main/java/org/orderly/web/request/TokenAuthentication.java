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
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.web.request.VerifiedTokens.VerifiedToken;

/**
 * Lets the server's MicroProfile JWT mechanism authenticate each request, unless it has verified
 * the same token a moment ago ({@link VerifiedTokens}). The server asks again when a resource has
 * been found that needs a role; it then hears of a guest whose order token {@link OrderTokenFilter}
 * has verified.
 *
 * <p>GlassFish 8 registers that mechanism twice, with and without a qualifier, and its own handler
 * then refuses every request as ambiguous.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanismHandler {

  private final HttpAuthenticationMechanism mechanism;
  private final VerifiedTokens verifiedTokens;

  protected TokenAuthentication() {
    this.mechanism = null;
    this.verifiedTokens = null;
  }

  TokenAuthentication(HttpAuthenticationMechanism mechanism, Clock clock) {
    this.mechanism = mechanism;
    this.verifiedTokens = new VerifiedTokens(clock);
  }

  @Inject
  TokenAuthentication(
      Instance<HttpAuthenticationMechanism> unqualified,
      @Any Instance<HttpAuthenticationMechanism> all,
      Clock clock) {
    this(unqualified.isResolvable() ? unqualified.get() : all.get(), clock);
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (request.getAttribute(OrderToken.GUEST) != null) {
      return context.notifyContainerAboutLogin(Roles.GUEST, Set.of(Roles.GUEST));
    }
    Optional<String> digest = VerifiedTokens.digest(request.getHeader(HttpHeaders.AUTHORIZATION));
    Optional<VerifiedToken> known = digest.flatMap(verifiedTokens::find);
    if (known.isPresent()) {
      VerifiedToken token = known.get();
      request.setAttribute(VerifiedToken.ATTRIBUTE, token);
      context.getClientSubject().getPrincipals().add(token.principal());
      return context.notifyContainerAboutLogin(token.principal(), token.groups());
    }
    AuthenticationStatus status = mechanism.validateRequest(request, response, context);
    if (status == AuthenticationStatus.SUCCESS
        && digest.isPresent()
        && context.getCallerPrincipal() instanceof JsonWebToken token) {
      request.setAttribute(
          VerifiedToken.ATTRIBUTE,
          verifiedTokens.add(digest.get(), token, Set.copyOf(context.getGroups())));
    }
    return status;
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
