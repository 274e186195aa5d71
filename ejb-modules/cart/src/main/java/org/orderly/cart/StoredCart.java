package org.orderly.cart;

import jakarta.nosql.Column;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/**
 * A user's cart as Redis keeps it.
 *
 * <p>An emptied cart is kept with its revision, so that a late writer cannot take a new cart for
 * the one it read.
 */
@Entity("cart")
class StoredCart {

  static final int MAX_LINES = 200;

  @Id private String user;
  @Column private @Nullable String id;
  @Column private long revision;
  @Column private List<StoredLine> lines = new ArrayList<>();

  protected StoredCart() {}

  StoredCart(UserId user) {
    this.user = keyOf(user);
  }

  static String keyOf(UserId user) {
    return user.toString();
  }

  /** To be called once for each writing: Redis takes only the successor of what it has. */
  void nextRevision() {
    revision++;
  }

  /**
   * Sets the quantity of a product, in its old place if it has one.
   *
   * @throws CartFull if there is no room for another product
   */
  void put(ProductQuantity line) {
    int place = indexOf(line.productId());
    if (place >= 0) {
      lines.set(place, new StoredLine(line));
      return;
    }
    if (lines.size() >= MAX_LINES) {
      throw new CartFull(MAX_LINES);
    }
    if (lines.isEmpty()) {
      id = UuidV7.next().toString();
    }
    lines.add(new StoredLine(line));
  }

  /**
   * Adds to the quantity of a product.
   *
   * @throws CartFull if there is no room for another product
   */
  void add(ProductQuantity line) {
    int place = indexOf(line.productId());
    if (place < 0) {
      put(line);
      return;
    }
    Quantity sum = lines.get(place).line().quantity().plus(line.quantity());
    lines.set(place, new StoredLine(new ProductQuantity(line.productId(), sum)));
  }

  void remove(ProductId product) {
    lines.removeIf(line -> line.isFor(product));
    forgetIdIfEmpty();
  }

  void clear() {
    lines.clear();
    forgetIdIfEmpty();
  }

  /**
   * Takes out what was ordered. What was added meanwhile stays, in a cart with a new id: the old id
   * has become an order.
   *
   * @param ordered the id the order was made from; of any other cart nothing is taken
   */
  void complete(UUID ordered, Collection<ProductQuantity> orderedLines) {
    if (!ordered.toString().equals(id)) {
      return;
    }
    orderedLines.forEach(this::take);
    id = UuidV7.next().toString();
    forgetIdIfEmpty();
  }

  Cart cart() {
    return new Cart(
        id == null ? null : UUID.fromString(id), lines.stream().map(StoredLine::line).toList());
  }

  private void take(ProductQuantity ordered) {
    int place = indexOf(ordered.productId());
    if (place < 0) {
      return;
    }
    Quantity inCart = lines.get(place).line().quantity();
    if (inCart.compareTo(ordered.quantity()) <= 0) {
      lines.remove(place);
    } else {
      Quantity rest = inCart.minus(ordered.quantity());
      lines.set(place, new StoredLine(new ProductQuantity(ordered.productId(), rest)));
    }
  }

  private int indexOf(ProductId product) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isFor(product)) {
        return i;
      }
    }
    return -1;
  }

  private void forgetIdIfEmpty() {
    if (lines.isEmpty()) {
      id = null;
    }
  }
}
