package org.orderly.tests.bench.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Answers at once, without filters, roles and databases. */
@Path("/ok")
public class BareResource {
  @GET
  @Produces("application/json")
  public String ok() {
    return "{\"ok\":true}";
  }
}
