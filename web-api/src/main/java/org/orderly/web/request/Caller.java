package org.orderly.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.access.OrderActor;

/** Who sends the request, as the verified bearer token or order token says. */
@RequestScoped
public class Caller {

  @Inject private HttpServletRequest request;

  /** The signed-in user, or the API client's client id; only for resources that require a role. */
  public UserId id() {
    return UserId.of(token().orElseThrow().getSubject());
  }

  /** The signed-in user, for resources that are open to everybody. */
  public Optional<UserId> whoever() {
    return token().map(JsonWebToken::getSubject).map(UserId::of);
  }

  /** The session that the token belongs to, if there is a token and it says so. */
  public Optional<UUID> session() {
    return token().flatMap(Caller::sessionOf);
  }

  /** From when on the token says nothing any more. */
  public Instant expires() {
    return Instant.ofEpochSecond(token().orElseThrow().getExpirationTime());
  }

  /** The caller as an actor on orders. */
  public OrderActor actor() {
    if (request.getAttribute(OrderToken.GUEST) instanceof OrderActor.Guest guest) {
      return guest;
    }
    if (isAdmin()) {
      return new OrderActor.Admin(id());
    }
    if (is(Roles.API_CLIENT)) {
      return new OrderActor.ApiClient(id());
    }
    return is(Roles.VENDOR) ? new OrderActor.Vendor(id()) : new OrderActor.Customer(id());
  }

  /** Whether the caller acts for the whole shop: an admin, or an API client that a scope let in. */
  public boolean actsForTheShop() {
    return isAdmin() || is(Roles.API_CLIENT);
  }

  /** Whether this scope is the caller's: people have all that their roles open. */
  public boolean hasScope(String scope) {
    return !is(Roles.API_CLIENT)
        || token().map(token -> scopesOf(token).contains(scope)).orElse(false);
  }

  /** The scopes of a token, which only those of API clients have. */
  static Set<String> scopesOf(JsonWebToken token) {
    String claim = token.getClaim("scope");
    return claim == null ? Set.of() : Set.of(claim.split(" "));
  }

  /** Other issuers name sessions as they like, or not at all. */
  static Optional<UUID> sessionOf(JsonWebToken token) {
    try {
      return token.getClaim("sid") instanceof String session
          ? Optional.of(UuidV7.parse(session))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean isAdmin() {
    return is(Roles.ADMIN);
  }

  public boolean isVendor() {
    return is(Roles.VENDOR);
  }

  private boolean is(String role) {
    return token().filter(token -> token.getGroups().contains(role)).isPresent();
  }

  /** The principal is the token; to have it injected costs a search in the naming service. */
  private Optional<JsonWebToken> token() {
    return request.getUserPrincipal() instanceof JsonWebToken token
        ? Optional.of(token)
        : Optional.empty();
  }
}
