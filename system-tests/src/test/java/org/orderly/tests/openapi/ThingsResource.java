package org.orderly.tests.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Two operations; {@code things.yaml} describes both. */
@Path("/api/things")
@Produces(MediaType.APPLICATION_JSON)
public class ThingsResource {

  @GET
  public String list(@QueryParam("limit") int limit) {
    return "[]";
  }

  @POST
  public String make(String thing) {
    return thing;
  }
}
