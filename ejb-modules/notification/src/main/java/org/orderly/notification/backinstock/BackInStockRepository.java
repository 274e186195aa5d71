package org.orderly.notification.backinstock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.notification.backinstock.BackInStockRequests.BackInStockRequest;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Keeps who waits for which product. */
final class BackInStockRepository {

  /** Of the most that a person or a product may have, some more pass when many come at once. */
  private static final String ADD =
      """
      insert into back_in_stock_request (product_id, user_id, requested_at)
      select ?, ?, ?
      where (select count(*) from back_in_stock_request where user_id = ?) < ?
        and (select count(*) from back_in_stock_request where product_id = ?) < ?
      on conflict do nothing""";

  private static final String HAS =
      "select 1 from back_in_stock_request where product_id = ? and user_id = ?";

  private static final String REMOVE =
      "delete from back_in_stock_request where product_id = ? and user_id = any (?)";

  private static final String OF_PRODUCT =
      "select user_id from back_in_stock_request where product_id = ? order by requested_at";

  private static final String OF_USER =
      "select product_id, requested_at from back_in_stock_request where user_id = ?"
          + " order by requested_at";

  private static final String FORGET = "delete from back_in_stock_request where user_id = ?";

  private final DomainDatabase database;

  BackInStockRepository(DomainDatabase database) {
    this.database = database;
  }

  /**
   * @return whether there is a request now, also if there was one before
   */
  boolean add(ProductId product, UserId user, Instant now, int mostOfUser, int mostOfProduct) {
    int added =
        database.change(
            ADD,
            product.value(),
            user.value(),
            now.atOffset(ZoneOffset.UTC),
            user.value(),
            mostOfUser,
            product.value(),
            mostOfProduct);
    return added == 1 || has(product, user);
  }

  boolean has(ProductId product, UserId user) {
    return database.exists(HAS, product.value(), user.value());
  }

  void remove(ProductId product, UserId user) {
    SqlBatch writes = new SqlBatch();
    remove(writes, product, List.of(user));
    database.run(writes);
  }

  static void remove(SqlBatch writes, ProductId product, Collection<UserId> users) {
    List<UUID> ids = users.stream().map(UserId::value).toList();
    writes.change(REMOVE, product.value(), SqlBatch.column("uuid", ids));
  }

  List<UserId> of(ProductId product) {
    return database.list(
        row -> new UserId(row.getObject(1, UUID.class)), OF_PRODUCT, product.value());
  }

  List<BackInStockRequest> of(UserId user) {
    return database.list(BackInStockRepository::request, OF_USER, user.value());
  }

  private static BackInStockRequest request(ResultSet row) throws SQLException {
    return new BackInStockRequest(
        new ProductId(row.getObject(1, UUID.class)),
        row.getObject(2, OffsetDateTime.class).toInstant());
  }

  static void forget(SqlBatch writes, UserId user) {
    writes.change(FORGET, user.value());
  }
}
