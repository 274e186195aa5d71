package org.orderly.web.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.orderly.payment.intake.GatewayWebhookReceiver;

/**
 * Where payment gateways tell what happened. Open to everybody: the signature says who is heard.
 */
@Path("/payments/webhooks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GatewayWebhooksResource {

  /**
   * @param taken false if the same notice was heard before
   */
  record Heard(boolean taken) {}

  private final GatewayWebhookReceiver intake;

  @Inject
  GatewayWebhooksResource(GatewayWebhookReceiver intake) {
    this.intake = intake;
  }

  @POST
  @Path("/{gateway}")
  public Heard take(
      @PathParam("gateway") String gateway, @Context HttpHeaders headers, byte[] body) {
    Map<String, String> byName = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Heard(intake.take(gateway, byName, body));
  }
}
