package org.orderly.web.cart;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Map;
import org.orderly.cart.Cart;
import org.orderly.cart.Carts;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.Offer;
import org.orderly.kernel.CurrencyMismatch;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.Quotes;
import org.orderly.web.orders.OrderItemRequest;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/**
 * The caller's own cart, always shown at today's prices.
 *
 * <p>A line whose product was withdrawn leaves the cart when the cart is next shown.
 */
@Path("/cart")
@ApplicationScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CartResource {

  private final Carts carts;
  private final CatalogQueries catalogQueries;
  private final Quotes quotes;
  private final Caller caller;

  @Inject
  CartResource(Carts carts, CatalogQueries catalogQueries, Quotes quotes, Caller caller) {
    this.carts = carts;
    this.catalogQueries = catalogQueries;
    this.quotes = quotes;
    this.caller = caller;
  }

  /**
   * @param quantity more than zero, with no more decimals than the product is sold in
   */
  public record QuantityRequest(@NotNull Quantity quantity) {}

  @GET
  public PricedCart cart() {
    Cart cart = carts.of(caller.id());
    Map<ProductId, Offer> offers = offers(cart);
    for (ProductQuantity line : cart.lines()) {
      if (!offers.containsKey(line.productId())) {
        carts.remove(caller.id(), line.productId());
      }
    }
    return PricedCart.of(cart, offers).adjusted(cart.id(), offers, quotes::adjust);
  }

  /** Sets the quantity, whatever it was. */
  @PUT
  @Path("/items/{productId}")
  public PricedCart put(
      @PathParam("productId") ProductId productId, @NotNull @Valid QuantityRequest request) {
    Offer offer = sold(productId, request.quantity);
    return priced(carts.put(caller.id(), productId, request.quantity, priceable(offer)));
  }

  /** Adds to the quantity that is there; two requests at the same time both count. */
  @POST
  @Path("/items")
  public PricedCart add(@NotNull @Valid OrderItemRequest request) {
    Offer offer = sold(request.productId(), request.quantity());
    return priced(carts.add(caller.id(), offer.id(), request.quantity(), priceable(offer)));
  }

  @DELETE
  @Path("/items/{productId}")
  public PricedCart remove(@PathParam("productId") ProductId productId) {
    return priced(carts.remove(caller.id(), productId));
  }

  @DELETE
  public void clear() {
    carts.clear(caller.id());
  }

  private Offer sold(ProductId product, Quantity quantity) {
    Offer offer = catalogQueries.offer(product);
    offer.requireSold(quantity);
    return offer;
  }

  /** Refuses a cart that could not be priced before it is stored. */
  private Carts.Check priceable(Offer changed) {
    return (before, after) -> {
      Map<ProductId, Offer> offers = offers(after);
      requireOneCurrency(changed, offers.values());
      PricedCart.of(after, offers).requirePriceable(changed.id(), PricedCart.of(before, offers));
    };
  }

  private PricedCart priced(Cart cart) {
    Map<ProductId, Offer> offers = offers(cart);
    return PricedCart.of(cart, offers).adjusted(cart.id(), offers, quotes::adjust);
  }

  private Map<ProductId, Offer> offers(Cart cart) {
    return catalogQueries.offers(cart.lines().stream().map(ProductQuantity::productId).toList());
  }

  /** An order is paid in one currency; better to say so before checkout. */
  private static void requireOneCurrency(Offer added, Collection<Offer> others) {
    for (Offer other : others) {
      if (!other.unitPrice().currency().equals(added.unitPrice().currency())
          && !other.id().equals(added.id())) {
        throw new CurrencyMismatch(other.unitPrice().currency(), added.unitPrice().currency());
      }
    }
  }
}
