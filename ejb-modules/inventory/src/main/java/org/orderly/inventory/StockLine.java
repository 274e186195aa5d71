package org.orderly.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.SqlBatch;

/** A quantity of a product at a stock location. */
record StockLine(ProductId productId, StockLocationId location, Quantity quantity) {

  StockLine {
    Objects.requireNonNull(productId, "product");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** The lines at one location. */
  static List<StockLine> at(StockLocationId location, List<ProductQuantity> lines) {
    return lines.stream()
        .map(line -> new StockLine(line.productId(), location, line.quantity()))
        .toList();
  }

  /** Both quantities of the same product at the same location. */
  StockLine plus(StockLine other) {
    return new StockLine(productId, location, quantity.plus(other.quantity));
  }

  /** The movement by which a shipment takes it, reserved as it was. */
  MovementRepository.Movement sale(UUID shipment) {
    BigDecimal change = quantity.value().negate();
    return new MovementRepository.Movement(
        productId, location, MovementKind.SALE, change, change, "shipped", shipment);
  }

  MovementRepository.Movement putBack(UUID returned) {
    return moved(MovementKind.RETURN, quantity.value(), "returned", returned);
  }

  MovementRepository.Movement writeOff(UUID returned) {
    return moved(MovementKind.SHRINKAGE, quantity.value().negate(), "written off", returned);
  }

  private MovementRepository.Movement moved(
      MovementKind kind, BigDecimal change, String reason, UUID reference) {
    return new MovementRepository.Movement(
        productId, location, kind, change, BigDecimal.ZERO, reason, reference);
  }

  static Object products(List<StockLine> lines) {
    return SqlBatch.column("uuid", lines.stream().map(line -> line.productId().value()).toList());
  }

  static Object locations(List<StockLine> lines) {
    return SqlBatch.column("int4", lines.stream().map(line -> line.location().value()).toList());
  }

  static Object quantities(List<StockLine> lines) {
    return SqlBatch.column("numeric", lines.stream().map(line -> line.quantity().value()).toList());
  }
}
