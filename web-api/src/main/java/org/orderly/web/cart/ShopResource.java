package org.orderly.web.cart;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.platform.time.ShopZone;

/** What everybody may know of the shop itself. */
@Path("/shop")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ShopResource {

  /**
   * @param zone by whose midnight the shop's days and years begin
   */
  record Shop(String zone) {}

  @GET
  public Shop shop() {
    return new Shop(ShopZone.configured().id().getId());
  }
}
