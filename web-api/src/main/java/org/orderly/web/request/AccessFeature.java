package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.identity.twofactor.AdminRule;
import org.orderly.web.problem.HttpStatusProblem;
import org.orderly.web.problem.Problem;

/**
 * Enforces {@code @RolesAllowed}, {@code @PermitAll} and {@link Scopes} on every resource method.
 *
 * <p>It is ours because the server's own enforcement was seen missing after a restart of a full
 * server. A method that says nothing is closed to everyone.
 */
@Provider
public class AccessFeature implements DynamicFeature {

  private final SessionFilter sessions = new SessionFilter();

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    Class<?> type = resource.getResourceClass();
    if (method.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (roles == null && type.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    if (roles == null) {
      roles = type.getAnnotation(RolesAllowed.class);
    }
    context.register(sessions);
    Set<String> allowed = new HashSet<>(roles == null ? List.of() : List.of(roles.value()));
    boolean guests = allowed.remove(Roles.GUEST);
    if (guests) {
      boolean inQuery = QueryParameters.readBy(method).containsKey(OrderToken.QUERY);
      context.register(new OrderTokenFilter(inQuery));
    }
    Scopes scopes = method.getAnnotation(Scopes.class);
    context.register(
        new RoleFilter(
            allowed,
            guests,
            scopes == null ? null : scopes.value(),
            !type.isAnnotationPresent(Path.class)));
  }

  /** An admin who lacks only the second factor is told so. */
  private static Problem refusal(JsonWebToken token, Set<String> allowed) {
    return allowed.contains(Roles.ADMIN) && token.getGroups().contains(AdminRule.PENDING)
        ? Problem.of(403, "totp-enrolment-required", "admins need a second factor here: enrol one")
        : HttpStatusProblem.of(403);
  }

  /**
   * Before the server's own, which knows one answer for all.
   *
   * @param allowed the roles of bearer tokens
   * @param guests whether whoever has the token of the order is let in
   * @param generated whether the method is JAX-RS's own, which tells by {@code OPTIONS} what an
   *     address knows, as the OpenAPI document does
   */
  @Priority(Priorities.AUTHORIZATION - 100)
  private record RoleFilter(Set<String> allowed, boolean guests, String scope, boolean generated)
      implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      if (generated && request.getMethod().equals(HttpMethod.OPTIONS)) {
        return;
      }
      // the token's own word: to ask the server costs a walk through its policy each time
      Principal caller = request.getSecurityContext().getUserPrincipal();
      if (guests && caller instanceof OrderTokenFilter.GuestPrincipal) {
        return;
      }
      if (!(caller instanceof JsonWebToken token)) {
        request.abortWith(HttpStatusProblem.of(401).toResponse());
      } else if (!mayCall(token)) {
        request.abortWith(refusal(token, allowed).toResponse());
      }
    }

    /** An API client's token stands for no person: its scopes count as well. */
    private boolean mayCall(JsonWebToken token) {
      return !Collections.disjoint(token.getGroups(), allowed)
          && (!token.getGroups().contains(Roles.API_CLIENT)
              || scope != null && Caller.scopesOf(token).contains(scope));
    }
  }
}
