package org.orderly.web;

import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.Set;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;

/** Requests as they would come from callers. */
final class Requests {

  private Requests() {}

  static ContainerRequest by(String... roles) {
    return request("orders", new Caller(Set.of(roles)));
  }

  static ContainerRequest byNobody() {
    return request("orders", new Caller(null));
  }

  static ContainerRequest withBody(String path, InputStream body) {
    ContainerRequest request = request(path, new Caller(null));
    request.setEntityStream(body);
    return request;
  }

  private static ContainerRequest request(String path, SecurityContext caller) {
    URI base = URI.create("http://localhost/api/v1/");
    return new ContainerRequest(
        base, base.resolve(path), "POST", caller, new MapPropertiesDelegate(), null);
  }

  /**
   * @param roles {@code null} for nobody
   */
  private record Caller(Set<String> roles) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return roles == null ? null : () -> "ann";
    }

    @Override
    public boolean isUserInRole(String role) {
      return roles != null && roles.contains(role);
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
}
