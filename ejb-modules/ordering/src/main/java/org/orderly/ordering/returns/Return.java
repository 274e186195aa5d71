package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.fulfilment.GoodsItem;
import org.orderly.ordering.selection.LineSelection;
import org.orderly.ordering.selection.NotYourLine;
import org.orderly.ordering.selection.RemainingLine;

/**
 * Goods of one order that come back.
 *
 * <p>A buyer requests it; the shop approves or refuses. What arrives is received, at once or bit by
 * bit, and then restocked or written off, piece by piece. When nothing that was received waits any
 * more the return is completed; what has not come by then may be returned anew.
 */
final class Return {

  private final UUID id;
  private final OrderId orderId;
  private final String reason;
  private final Instant requestedAt;
  private final List<ReturnLine> lines;
  private ReturnStatus status;
  private @Nullable String refusal;

  /** As its rows say, or new. */
  Return(
      UUID id,
      OrderId orderId,
      ReturnStatus status,
      String reason,
      @Nullable String refusal,
      Instant requestedAt,
      List<ReturnLine> lines) {
    this.id = id;
    this.orderId = orderId;
    this.status = status;
    this.reason = reason;
    this.refusal = refusal;
    this.requestedAt = requestedAt;
    this.lines = new ArrayList<>(lines);
  }

  /**
   * @throws IllegalReturnTransition unless it is only requested
   */
  void approve() {
    become(ReturnStatus.APPROVED);
  }

  /**
   * @throws IllegalReturnTransition unless it is only requested
   */
  void refuse(String why) {
    become(ReturnStatus.REFUSED);
    refusal = why;
  }

  /**
   * Takes in what has come.
   *
   * @param items {@code null} for all that is awaited and the party's to handle
   * @param earlier what is in returns of each of the order's lines already, this return included
   * @return what was taken in
   * @throws IllegalReturnTransition unless it is approved, or received in part
   */
  List<ProductQuantity> receive(
      @Nullable List<ProductQuantity> items,
      VisibleLines handled,
      Map<ProductId, ReturnedQuantities> earlier) {
    if (status != ReturnStatus.RECEIVED) {
      become(ReturnStatus.RECEIVED);
    }
    return handle(
        items,
        handled,
        ReturnLine::awaited,
        (line, more) ->
            line.plusReceived(more, Objects.requireNonNull(earlier.get(line.productId()))));
  }

  /**
   * Marks pieces in hand as put back into the stock.
   *
   * @param items {@code null} for all that is in hand and the party's to handle
   * @throws IllegalReturnTransition unless it is received
   */
  List<ProductQuantity> restock(@Nullable List<ProductQuantity> items, VisibleLines handled) {
    requireReceived();
    return handle(items, handled, ReturnLine::inHand, ReturnLine::plusRestocked);
  }

  /**
   * Marks pieces in hand as never to be sold again.
   *
   * @param items {@code null} for all that is in hand and the party's to handle
   * @throws IllegalReturnTransition unless it is received
   */
  List<ProductQuantity> writeOff(@Nullable List<ProductQuantity> items, VisibleLines handled) {
    requireReceived();
    return handle(items, handled, ReturnLine::inHand, ReturnLine::plusWrittenOff);
  }

  /**
   * Completes it if nothing that came waits any more, and nobody else waits for goods of which
   * nothing has come yet.
   *
   * @return whether it did
   */
  boolean completeIfDone(VisibleLines handled) {
    boolean done =
        lines.stream()
            .allMatch(
                line ->
                    line.inHand().isZero()
                        && (handled.include(line.vendor()) || !line.received().isZero()));
    if (done) {
      become(ReturnStatus.COMPLETED);
    }
    return done;
  }

  /** Only what was received can be handled, and only until all of it is. */
  private void requireReceived() {
    if (status != ReturnStatus.RECEIVED) {
      throw new IllegalReturnTransition(status, ReturnStatus.COMPLETED);
    }
  }

  private List<ProductQuantity> handle(
      @Nullable List<ProductQuantity> items,
      VisibleLines handled,
      Function<ReturnLine, Quantity> open,
      BiFunction<ReturnLine, Quantity, ReturnLine> change) {
    List<RemainingLine> openLines =
        lines.stream()
            .map(line -> new RemainingLine(line.productId(), open.apply(line), line.vendor()))
            .toList();
    List<ProductQuantity> picked = new LineSelection(openLines, handled).of(items);
    for (ProductQuantity one : picked) {
      lines.replaceAll(
          line ->
              line.productId().equals(one.productId()) ? change.apply(line, one.quantity()) : line);
    }
    return picked;
  }

  private void become(ReturnStatus next) {
    if (!status.successors().contains(next)) {
      throw new IllegalReturnTransition(status, next);
    }
    status = next;
  }

  /**
   * @throws ReturnNotFound if none of these lines is in it
   */
  void requireVisible(VisibleLines visible) {
    if (lines.stream().noneMatch(line -> visible.include(line.vendor()))) {
      throw new ReturnNotFound(id);
    }
  }

  /**
   * @throws ReturnNotFound if none of these lines is in it
   * @throws NotYourLine if another line is in it
   */
  void requireHandled(VisibleLines handled) {
    requireVisible(handled);
    for (ReturnLine line : lines) {
      if (!handled.include(line.vendor())) {
        throw new NotYourLine(line.productId());
      }
    }
  }

  UUID id() {
    return id;
  }

  OrderId orderId() {
    return orderId;
  }

  ReturnStatus status() {
    return status;
  }

  String reason() {
    return reason;
  }

  @Nullable String refusal() {
    return refusal;
  }

  List<ReturnLine> lines() {
    return List.copyOf(lines);
  }

  Instant requestedAt() {
    return requestedAt;
  }

  ReturnView view(VisibleLines visible) {
    List<ReturnLine> shown = lines.stream().filter(line -> visible.include(line.vendor())).toList();
    return ReturnView.of(id, orderId, status, reason, refusal, requestedAt, shown);
  }

  /** The goods of some lines, as events name them. */
  List<GoodsItem> goods(List<ProductQuantity> handled) {
    Map<ProductId, ReturnLine> byProduct =
        lines.stream().collect(Collectors.toMap(ReturnLine::productId, Function.identity()));
    return handled.stream()
        .map(one -> Objects.requireNonNull(byProduct.get(one.productId())).goods(one.quantity()))
        .toList();
  }

  /** All goods that are to come back. */
  List<GoodsItem> goods() {
    return lines.stream().map(line -> line.goods(line.quantity())).toList();
  }
}
