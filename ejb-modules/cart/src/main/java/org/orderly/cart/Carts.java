package org.orderly.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.jnosql.mapping.keyvalue.KeyValueTemplate;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * The carts of all users.
 *
 * <p>Takes no part in transactions. Each change is atomic and survives changes made at the same
 * time to other lines; repeating one changes nothing, except {@link #add}. All methods throw {@link
 * CartUnavailable}, within a second or two, if Redis does not answer.
 */
@ApplicationScoped
public class Carts {

  static final Duration KEPT = Duration.ofDays(30);

  /** How long a writer goes on trying while others keep writing the same cart. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long LONGEST_PAUSE_NANOS = 2_000_000;

  private final KeyValueTemplate store;

  @Inject
  Carts(KeyValueTemplate store) {
    this.store = store;
  }

  /** The user's cart; an empty one if there is none. */
  public Cart of(UserId user) {
    return read(user).cart();
  }

  /** Refuses a change by an exception, before anything is stored. */
  @FunctionalInterface
  public interface Check {

    /** May be called again with newer carts if others write the same cart. */
    void of(Cart before, Cart after);
  }

  /**
   * Sets how much of a product is in the cart.
   *
   * @throws CartFull if that would be one product too many
   */
  public Cart put(UserId user, ProductId product, Quantity quantity, Check check) {
    ProductQuantity line = new ProductQuantity(product, quantity);
    return change(user, cart -> cart.put(line), check);
  }

  /**
   * Adds to how much of a product is in the cart; not idempotent.
   *
   * @throws CartFull if that would be one product too many
   */
  public Cart add(UserId user, ProductId product, Quantity quantity, Check check) {
    ProductQuantity line = new ProductQuantity(product, quantity);
    return change(user, cart -> cart.add(line), check);
  }

  /** Takes a product out, if it is in. */
  public Cart remove(UserId user, ProductId product) {
    return change(user, cart -> cart.remove(product));
  }

  public void clear(UserId user) {
    change(user, StoredCart::clear);
  }

  /**
   * Takes what was ordered out of the cart it was ordered from. Lines added since stay, under a new
   * cart id; nothing happens if the cart is another one by now.
   */
  public void complete(UserId user, UUID cartId, Collection<ProductQuantity> orderedLines) {
    change(user, cart -> cart.complete(cartId, orderedLines));
  }

  private StoredCart read(UserId user) {
    return store
        .get(StoredCart.keyOf(user), StoredCart.class)
        .orElseGet(() -> new StoredCart(user));
  }

  private Cart change(UserId user, Consumer<StoredCart> change) {
    return change(user, change, (before, after) -> {});
  }

  private Cart change(UserId user, Consumer<StoredCart> change, Check check) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      StoredCart cart = read(user);
      Cart before = cart.cart();
      change.accept(cart);
      if (cart.cart().equals(before)) {
        return before;
      }
      check.of(before, cart.cart());
      cart.nextRevision();
      try {
        store.put(cart, KEPT);
        return cart.cart();
      } catch (StaleCart e) {
        if (System.nanoTime() > deadline) {
          throw new CartUnavailable(e);
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      }
    }
  }
}
