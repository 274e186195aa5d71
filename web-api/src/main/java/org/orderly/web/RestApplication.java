package org.orderly.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;

/** Version 1 of the API; callers show who they are by a bearer token (MicroProfile JWT). */
@ApplicationScoped
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT", realmName = "orderly")
@DeclareRoles({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class RestApplication extends Application {

  /** The server brings JSON-B, which would read and write bodies in the place of JsonBodies. */
  private static final String NO_JSON_B = "jersey.config.disableJsonBinding";

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(NO_JSON_B, true);
  }
}
