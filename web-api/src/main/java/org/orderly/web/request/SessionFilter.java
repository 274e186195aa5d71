package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.identity.session.RevokedSessions;
import org.orderly.web.problem.Problem;
import org.orderly.web.request.VerifiedTokens.VerifiedToken;

/**
 * Refuses tokens of sessions that have ended, where {@link AccessFeature} asks for a token at all.
 *
 * <p>A token that names no session, as tests and other issuers sign them, cannot be ended.
 */
@Priority(Priorities.AUTHENTICATION)
class SessionFilter implements ContainerRequestFilter {

  /** Looked up at the first request: JAX-RS injects nothing into filters of a dynamic feature. */
  private volatile RevokedSessions revokedSessions;

  @Override
  public void filter(ContainerRequestContext request) {
    if (session(request).filter(session -> denials().isDenied(session)).isPresent()) {
      request.abortWith(
          Problem.of(401, "session-ended", "this session has ended, sign in again").toResponse());
    }
  }

  private static Optional<UUID> session(ContainerRequestContext request) {
    if (request.getProperty(VerifiedToken.ATTRIBUTE) instanceof VerifiedToken token) {
      return token.session();
    }
    return request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token
        ? Caller.sessionOf(token)
        : Optional.empty();
  }

  private RevokedSessions denials() {
    if (revokedSessions == null) {
      revokedSessions = CDI.current().select(RevokedSessions.class).get();
    }
    return revokedSessions;
  }
}
