package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.function.BiFunction;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.web.problem.HttpStatusProblem;
import org.orderly.web.problem.Problem;

/**
 * Authenticates a guest by an order token, where {@link AccessFeature} lets guests in.
 *
 * <p>The token counts for the order in the path alone; a wrong one is answered as an order that
 * does not exist. A request with a bearer token as well is refused, since each stands for somebody
 * else (as RFC 6750, 2, does for two ways to send one token).
 */
@Priority(Priorities.AUTHENTICATION + 1)
class OrderTokenFilter implements ContainerRequestFilter {

  private final boolean inQuery;
  private final BiFunction<OrderId, String, OrderActor.Guest> tokens;

  /**
   * @param inQuery whether the token may come in the query
   */
  OrderTokenFilter(boolean inQuery) {
    this(
        inQuery,
        (order, token) -> CDI.current().select(GuestOrders.class).get().authenticate(order, token));
  }

  OrderTokenFilter(boolean inQuery, BiFunction<OrderId, String, OrderActor.Guest> tokens) {
    this.inQuery = inQuery;
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String token = token(request);
    if (token == null) {
      return;
    }
    if (request.getSecurityContext().getUserPrincipal() != null) {
      request.abortWith(
          Problem.of(
                  400,
                  "two-authentications",
                  "send either a bearer token or an order token, not both")
              .toResponse());
      return;
    }
    OrderId order;
    try {
      order = OrderId.of(request.getUriInfo().getPathParameters().getFirst("id"));
    } catch (IllegalArgumentException e) {
      request.abortWith(HttpStatusProblem.of(404).toResponse());
      return;
    }
    OrderActor.Guest guest = tokens.apply(order, token);
    request.setProperty(OrderToken.GUEST, guest);
    request.setSecurityContext(
        new GuestSecurity(new GuestPrincipal(guest), request.getSecurityContext().isSecure()));
  }

  private String token(ContainerRequestContext request) {
    String header = request.getHeaderString(OrderToken.HEADER);
    return header == null && inQuery
        ? request.getUriInfo().getQueryParameters().getFirst(OrderToken.QUERY)
        : header;
  }

  /** The principal of a request that an order token authenticated. */
  record GuestPrincipal(OrderActor.Guest guest) implements Principal {

    @Override
    public String getName() {
      return Roles.GUEST;
    }
  }

  private record GuestSecurity(Principal getUserPrincipal, boolean isSecure)
      implements SecurityContext {

    @Override
    public boolean isUserInRole(String role) {
      return role.equals(Roles.GUEST);
    }

    @Override
    public String getAuthenticationScheme() {
      return OrderToken.HEADER;
    }
  }
}
