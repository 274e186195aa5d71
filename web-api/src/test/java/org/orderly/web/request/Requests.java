package org.orderly.web.request;

import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.internal.routing.UriRoutingContext;
import org.glassfish.jersey.uri.PathTemplate;
import org.glassfish.jersey.uri.UriTemplate;

/** Requests as they would come from callers. */
final class Requests {

  private Requests() {}

  static ContainerRequest by(String... roles) {
    return request("orders", new Caller(Set.of(roles)));
  }

  static ContainerRequest byApiClient(String scopes) {
    return request("orders", new Caller(Set.of(Roles.API_CLIENT), scopes));
  }

  static ContainerRequest byNobody() {
    return request("orders", new Caller(null));
  }

  static ContainerRequest withBody(String path, InputStream body) {
    ContainerRequest request = request(path, new Caller(null));
    request.setEntityStream(body);
    return request;
  }

  static ContainerRequest to(String pathAndQuery) {
    return request(pathAndQuery, new Caller(null));
  }

  static ContainerRequest withHeader(String name, String value) {
    ContainerRequest request = request("orders", new Caller(null));
    request.header(name, value);
    return request;
  }

  /** A request with an order in its path, as a resource method is matched to it. */
  static ContainerRequest toOrder(String id, String query, String... roles) {
    ContainerRequest request =
        request("orders/" + id + query, new Caller(roles.length == 0 ? null : Set.of(roles)));
    UriTemplate template = new PathTemplate("/orders/{id}");
    UriRoutingContext uri = (UriRoutingContext) request.getUriInfo();
    uri.pushMatchResult(template.getPattern().match("/orders/" + id));
    uri.pushTemplates(template, null);
    return request;
  }

  private static ContainerRequest request(String path, SecurityContext caller) {
    URI base = URI.create("http://localhost/api/v1/");
    return new ContainerRequest(
        base, base.resolve(path), "POST", caller, new MapPropertiesDelegate(), null);
  }

  /**
   * @param roles {@code null} for nobody
   * @param scopes of an API client, {@code null} for people
   */
  private record Caller(Set<String> roles, String scopes) implements SecurityContext {

    Caller(Set<String> roles) {
      this(roles, null);
    }

    @Override
    public Principal getUserPrincipal() {
      return roles == null ? null : new Token(roles, scopes);
    }

    @Override
    public boolean isUserInRole(String role) {
      throw new UnsupportedOperationException("the token says it");
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }

  private record Token(Set<String> getGroups, String scopes) implements JsonWebToken {

    @Override
    public String getName() {
      return "ann";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of(Claims.groups.name());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
      return name.equals(Claims.groups.name())
          ? (T) getGroups
          : name.equals("scope") ? (T) scopes : null;
    }
  }
}
