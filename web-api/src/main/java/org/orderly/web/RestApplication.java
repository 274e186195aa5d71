package org.orderly.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;
import org.orderly.web.request.Roles;

/**
 * Version 1 of the API. Callers authenticate by a bearer token (MicroProfile JWT), guests by the
 * token of their order.
 */
@ApplicationScoped
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT", realmName = "orderly")
@DeclareRoles({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.API_CLIENT, Roles.GUEST})
public class RestApplication extends Application {

  /**
   * The server brings JSON-B, MOXy and Jackson, which would try bodies in the place of JsonBodies.
   * The first of them to register takes this property; whoever finds it taken stays away.
   */
  private static final Map<String, Object> ONLY_OUR_JSON =
      Map.of(
          "jersey.config.server.jsonFeature",
          "JsonBodies",
          "jersey.config.disableJsonBinding",
          true,
          "jersey.config.disableMoxyJson",
          true);

  @Override
  public Map<String, Object> getProperties() {
    return ONLY_OUR_JSON;
  }
}
