package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.inventory.ReservationLine;
import org.orderly.inventory.Stock;
import org.orderly.messaging.Answer;
import org.orderly.messaging.RequestKey;
import org.orderly.ordering.fulfilment.Party;
import org.orderly.ordering.quote.OrderItem;

/**
 * Takes goods back. Each method is one transaction, once per request key, and must be called
 * without one: how finely products are divided is read from the inventory before it.
 *
 * <p>Failures: {@link ReturnNotFound} also for what the party has nothing to do with, {@link
 * org.orderly.ordering.fulfilment.NotYourLine}, {@link
 * org.orderly.ordering.fulfilment.NotAmongLines}, {@link
 * org.orderly.ordering.fulfilment.MoreThanOpen}, {@link
 * org.orderly.ordering.fulfilment.NothingOpen}, {@link IllegalReturnTransition} and {@link
 * org.orderly.inventory.QuantityTooFine}.
 */
@ApplicationScoped
public class Returns {

  private final Stock stock;
  private final ReturnDesk desk;
  private final OnceOnly once;

  @Inject
  Returns(Stock stock, ReturnDesk desk, OnceOnly once) {
    this.stock = stock;
    this.desk = desk;
    this.once = once;
  }

  /**
   * Asks to send back what was shipped and is not in another return.
   *
   * @throws org.orderly.ordering.OrderNotFound also if it is another buyer's
   * @throws ReturnWindowClosed if a buyer asks too late
   */
  public Answer<ReturnView> request(NewReturn wish, RequestKey request, Party party) {
    return handle(request, wish.items(), () -> desk.request(wish, party));
  }

  /** Allows the goods to come. */
  public Answer<ReturnView> approve(UUID id, RequestKey request, Party party) {
    return handle(request, null, () -> desk.approve(id, party));
  }

  /** Does not allow the goods to come. */
  public Answer<ReturnView> refuse(UUID id, String reason, RequestKey request, Party party) {
    String why = NewReturn.reason(reason);
    return handle(request, null, () -> desk.refuse(id, why, party));
  }

  /**
   * Notes what has come.
   *
   * @param items {@code null} for all that is awaited
   */
  public Answer<ReturnView> receive(
      UUID id, List<OrderItem> items, RequestKey request, Party party) {
    return handle(request, items, () -> desk.receive(id, items, party));
  }

  /**
   * Puts what has come back into the stock.
   *
   * @param items {@code null} for all that has come and waits
   */
  public Answer<ReturnView> restock(
      UUID id, List<OrderItem> items, RequestKey request, Party party) {
    return handle(request, items, () -> desk.restock(id, items, party));
  }

  /**
   * Writes off what has come and cannot be sold again.
   *
   * @param items {@code null} for all that has come and waits
   */
  public Answer<ReturnView> writeOff(
      UUID id, List<OrderItem> items, RequestKey request, Party party) {
    return handle(request, items, () -> desk.writeOff(id, items, party));
  }

  private Answer<ReturnView> handle(
      RequestKey request, List<OrderItem> items, Supplier<ReturnView> effect) {
    if (items != null) {
      stock.requireFitting(
          items.stream()
              .map(item -> new ReservationLine(item.productId(), item.quantity()))
              .toList());
    }
    return once.run(request, effect);
  }
}
