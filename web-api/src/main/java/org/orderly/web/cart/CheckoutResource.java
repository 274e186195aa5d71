package org.orderly.web.cart;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;
import org.orderly.ordering.payment.OfferedMethods;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.quote.Quote;
import org.orderly.ordering.quote.Quotes;
import org.orderly.payment.gateway.Gateways;
import org.orderly.web.edge.CardFields;
import org.orderly.web.orders.OrderItemRequest;
import org.orderly.web.request.Caller;

/** Tells what an order would cost. */
@Path("/checkout")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CheckoutResource {

  record QuoteRequest(
      @Size(min = 1, max = PricedItems.MAX_LINES) List<@NotNull @Valid OrderItemRequest> items) {}

  /**
   * @param gateway whose tokens stand for cards; {@code null} if the shop takes none
   * @param publishableKey what opens the gateway's own fields for cards in a page; {@code null} if
   *     it has none or is not configured
   */
  record PaymentMethods(List<String> methods, String gateway, String publishableKey) {}

  private final Quotes quotes;
  private final Gateways gateways;
  private final OfferedMethods offered;
  private final Caller caller;

  @Inject
  CheckoutResource(Quotes quotes, Gateways gateways, OfferedMethods offered, Caller caller) {
    this.quotes = quotes;
    this.gateways = gateways;
    this.offered = offered;
    this.caller = caller;
  }

  /** Those that are open to whoever asks: a guest, or the signed-in buyer. */
  @GET
  @Path("/methods")
  public PaymentMethods methods() {
    List<String> methods =
        offered.to(caller.whoever().orElse(null)).stream()
            .map(method -> method.name().toLowerCase(Locale.ROOT))
            .toList();
    return new PaymentMethods(
        methods, gateways.name().orElse(null), CardFields.publishableKey().orElse(null));
  }

  /** Of the items, or else of the caller's cart, which takes somebody who is signed in. */
  @POST
  @Path("/quote")
  public Quote quote(@NotNull @Valid QuoteRequest body) {
    if (body.items() != null) {
      return quotes.ofItems(OrderItemRequest.all(body.items()));
    }
    UserId buyer =
        caller
            .whoever()
            .orElseThrow(
                () -> new InvalidValue("items", "are missing; a cart is of who is signed in"));
    return quotes.ofCart(buyer);
  }
}
