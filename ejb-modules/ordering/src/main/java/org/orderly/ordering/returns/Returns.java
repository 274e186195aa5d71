package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.Stock;
import org.orderly.kernel.ProductQuantity;
import org.orderly.ordering.access.OrderActor;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;

/**
 * Takes goods back. Each method is one transaction, once per request key, and must be called
 * without one: how finely products are divided is read from the inventory before it.
 *
 * <p>Failures: {@link ReturnNotFound} also for what the party has nothing to do with, {@link
 * org.orderly.ordering.selection.NotYourLine}, {@link
 * org.orderly.ordering.selection.ProductNotInOrder}, {@link
 * org.orderly.ordering.selection.QuantityExceedsRemaining}, {@link
 * org.orderly.ordering.selection.NothingRemaining}, {@link IllegalReturnTransition} and {@link
 * org.orderly.inventory.QuantityTooFine}.
 */
@ApplicationScoped
public class Returns {

  private final Stock stock;
  private final ReturnService returnService;
  private final OnceOnly once;

  @Inject
  Returns(Stock stock, ReturnService returnService, OnceOnly once) {
    this.stock = stock;
    this.returnService = returnService;
    this.once = once;
  }

  /**
   * Asks to send back what was shipped and is not in another return.
   *
   * @throws org.orderly.ordering.OrderNotFound also if it is another buyer's
   * @throws ReturnWindowClosed if a buyer asks too late
   */
  public IdempotentResult<ReturnView> request(
      NewReturn requested, IdempotencyKey request, OrderActor orderActor) {
    return handle(request, requested.items(), () -> returnService.request(requested, orderActor));
  }

  /** Allows the goods to come. */
  public IdempotentResult<ReturnView> approve(
      UUID id, IdempotencyKey request, OrderActor orderActor) {
    return handle(request, null, () -> returnService.approve(id, orderActor));
  }

  /** Does not allow the goods to come. */
  public IdempotentResult<ReturnView> refuse(
      UUID id, String reason, IdempotencyKey request, OrderActor orderActor) {
    String why = NewReturn.reason(reason);
    return handle(request, null, () -> returnService.refuse(id, why, orderActor));
  }

  /**
   * Notes what has come.
   *
   * @param items {@code null} for all that is awaited
   */
  public IdempotentResult<ReturnView> receive(
      UUID id,
      @Nullable List<ProductQuantity> items,
      IdempotencyKey request,
      OrderActor orderActor) {
    return handle(request, items, () -> returnService.receive(id, items, orderActor));
  }

  /**
   * Puts what has come back into the stock.
   *
   * @param items {@code null} for all that has come and waits
   */
  public IdempotentResult<ReturnView> restock(
      UUID id,
      @Nullable List<ProductQuantity> items,
      IdempotencyKey request,
      OrderActor orderActor) {
    return handle(request, items, () -> returnService.restock(id, items, orderActor));
  }

  /**
   * Writes off what has come and cannot be sold again.
   *
   * @param items {@code null} for all that has come and waits
   */
  public IdempotentResult<ReturnView> writeOff(
      UUID id,
      @Nullable List<ProductQuantity> items,
      IdempotencyKey request,
      OrderActor orderActor) {
    return handle(request, items, () -> returnService.writeOff(id, items, orderActor));
  }

  private IdempotentResult<ReturnView> handle(
      IdempotencyKey request, @Nullable List<ProductQuantity> items, Supplier<ReturnView> effect) {
    if (items != null) {
      stock.requireFitting(items);
    }
    return once.run(request, effect);
  }
}
