package org.orderly.inventory.transfer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.StockLocationId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Loads and writes transfers. */
final class StockTransferRepository {

  private record Item(UUID transfer, ProductQuantity line) {}

  private static final String INSERT =
      """
      insert into stock_transfer (id, source_id, target_id, status, reason, sent_by, sent_at)
      values (?, ?, ?, 'IN_TRANSIT', ?, ?, ?)""";

  private static final BulkInsert<Item> INSERT_ITEMS =
      BulkInsert.<Item>into("stock_transfer_item")
          .column("transfer_id", "uuid", Item::transfer)
          .column("product_id", "uuid", item -> item.line().productId().value())
          .column("quantity", "numeric", item -> item.line().quantity().value());

  private static final String LOCK = "select 1 from stock_transfer where id = ? for update";

  private static final String END =
      "update stock_transfer set status = ?, ended_by = ?, ended_at = ? where id = ?";

  private static final String SELECT =
      """
      select t.id, s.code as source, d.code as target, t.status, t.reason, t.sent_by, t.sent_at,
             t.ended_by, t.ended_at, i.products, i.quantities
      from stock_transfer t
      join stock_location s on s.id = t.source_id join stock_location d on d.id = t.target_id
      cross join lateral (
        select array_agg(product_id order by product_id) as products,
               array_agg(quantity order by product_id) as quantities
        from stock_transfer_item where transfer_id = t.id) i
      where %s order by t.id desc limit ?""";

  private static final String ONE = SELECT.formatted("t.id = ?");

  /** Newest first: ids rise with time. */
  private static final String PAGE = SELECT.formatted("t.id < ?");

  private static final String PAGE_OF_STATUS = SELECT.formatted("t.id < ? and t.status = ?");

  private final DomainDatabase database;

  StockTransferRepository(DomainDatabase database) {
    this.database = database;
  }

  void add(TransferView transfer, StockLocationId source, StockLocationId target) {
    SqlBatch writes = new SqlBatch();
    writes.change(
        INSERT,
        transfer.id(),
        source.value(),
        target.value(),
        transfer.reason(),
        transfer.sentBy(),
        transfer.sentAt().atOffset(ZoneOffset.UTC));
    INSERT_ITEMS.add(
        writes, transfer.items().stream().map(line -> new Item(transfer.id(), line)).toList());
    database.run(writes);
  }

  Optional<TransferView> find(UUID id) {
    return database.first(StockTransferRepository::read, ONE, id, 1);
  }

  /** As {@link #find}; keeps others from ending it until the transaction ends. */
  Optional<TransferView> lock(UUID id) {
    database.run(new SqlBatch().lock(LOCK, id));
    return find(id);
  }

  void end(TransferView ended, String by, Instant at) {
    database.change(END, ended.status().name(), by, at.atOffset(ZoneOffset.UTC), ended.id());
  }

  List<TransferView> page(UUID before, @Nullable StockTransferStatus status, int rows) {
    return status == null
        ? database.list(StockTransferRepository::read, PAGE, before, rows)
        : database.list(StockTransferRepository::read, PAGE_OF_STATUS, before, status.name(), rows);
  }

  private static TransferView read(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new TransferView(
        row.getObject("id", UUID.class),
        row.getString("source"),
        row.getString("target"),
        StockTransferStatus.valueOf(row.getString("status")),
        items(row),
        row.getString("reason"),
        row.getString("sent_by"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        row.getString("ended_by"),
        ended == null ? null : ended.toInstant());
  }

  private static List<ProductQuantity> items(ResultSet row) throws SQLException {
    Object[] products = (Object[]) row.getArray("products").getArray();
    Object[] quantities = (Object[]) row.getArray("quantities").getArray();
    List<ProductQuantity> items = new ArrayList<>(products.length);
    for (int i = 0; i < products.length; i++) {
      items.add(
          new ProductQuantity(
              new ProductId((UUID) products[i]), new Quantity((BigDecimal) quantities[i])));
    }
    return items;
  }
}
