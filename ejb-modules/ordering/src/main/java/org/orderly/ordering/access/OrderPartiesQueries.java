package org.orderly.ordering.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads the parties of orders. */
@ApplicationScoped
class OrderPartiesQueries {

  private static final String OF =
      """
      select id, user_id, guest_email is not null and user_id = guest_id as is_guests,
        array(
          select distinct l.vendor from order_line l
          where l.order_id = o.id and l.revision = o.revision and l.vendor is not null) as vendors
      from orders o where id = ?""";

  private final DomainDatabase database;

  @Inject
  OrderPartiesQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  Optional<OrderParties> of(OrderId order) {
    return database.first(OrderPartiesQueries::read, OF, order.value());
  }

  private static OrderParties read(ResultSet row) throws SQLException {
    UUID[] vendors = (UUID[]) row.getArray("vendors").getArray();
    Set<UserId> sellers = Arrays.stream(vendors).map(UserId::new).collect(Collectors.toSet());
    return new OrderParties(
        new OrderId(row.getObject("id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getBoolean("is_guests"),
        sellers);
  }
}
