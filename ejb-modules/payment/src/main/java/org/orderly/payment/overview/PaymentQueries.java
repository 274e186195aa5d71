package org.orderly.payment.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UuidV7;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.PaymentNotFound;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads payments with their history, in two network round trips for any number of them. */
@ApplicationScoped
public class PaymentQueries {

  private static final String COLUMNS =
      """
      select id, order_id, method, status, currency, amount, authorized, captured, refunded,
             refunding, gateway, expires_at, next_url, next_secret, created_at
      from payment""";

  private static final String OF_ORDER = COLUMNS + " where order_id = ? order by part";

  private static final String ONE = COLUMNS + " where id = ?";

  private static final String PAGE =
      COLUMNS
          + """
           where id < ? and (?::text is null or status = ?) and (?::text is null or method = ?)
             and (?::timestamptz is null or created_at >= ?)
             and (?::timestamptz is null or created_at < ?)
          order by id desc limit ?""";

  private static final String STEPS =
      """
      select payment_id, from_status, to_status, occurred_at, actor, reason
      from payment_transition where payment_id = any(?) order by payment_id, step""";

  private static final String TASKS =
      """
      select payment_id, kind, attempts, due_at, problem
      from payment_task where payment_id = any(?) and state = 'OPEN' order by seq""";

  private final DomainDatabase database;
  private final Optional<String> bankAccount;

  @Inject
  PaymentQueries(
      @Domain(PaymentDatabase.NAME) DomainDatabase database,
      @ConfigProperty(name = "orderly.bank.account") Optional<String> bankAccount) {
    this.database = database;
    this.bankAccount = bankAccount;
  }

  /** By part; empty if nothing was charged for such an order. */
  public List<PaymentView> of(OrderId order) {
    return found(OF_ORDER, order.value());
  }

  /**
   * @throws PaymentNotFound if there is none
   */
  public PaymentView one(UUID id) {
    return found(ONE, id).stream().findFirst().orElseThrow(PaymentNotFound::new);
  }

  /** Newest first. */
  public Page<PaymentView> page(PaymentFilter filter, Limit limit, @Nullable String cursor) {
    OffsetDateTime from = time(filter.from());
    OffsetDateTime to = time(filter.to());
    List<PaymentView> found =
        found(
            PAGE,
            cursor == null ? new UUID(-1L, -1L) : position(cursor),
            filter.status(),
            filter.status(),
            filter.method(),
            filter.method(),
            from,
            from,
            to,
            to,
            limit.withLookahead());
    boolean more = found.size() > limit.value();
    List<PaymentView> shown = more ? found.subList(0, limit.value()) : found;
    String next = more ? Cursor.encode(shown.get(limit.value() - 1).id().toString()) : null;
    return new Page<>(shown, next);
  }

  private List<PaymentView> found(String query, @Nullable Object... values) {
    Details details = new Details();
    List<PaymentView> payments = database.list(row -> payment(row, details), query, values);
    if (!payments.isEmpty()) {
      Object ids = SqlBatch.column("uuid", payments.stream().map(PaymentView::id).toList());
      SqlBatch batch = new SqlBatch();
      BatchResult<List<Map.Entry<UUID, PaymentView.Step>>> steps =
          batch.list(PaymentQueries::step, STEPS, ids);
      BatchResult<List<Map.Entry<UUID, PaymentView.Task>>> tasks =
          batch.list(PaymentQueries::task, TASKS, ids);
      database.run(batch);
      steps.get().forEach(step -> details.stepsOf(step.getKey()).add(step.getValue()));
      tasks.get().forEach(task -> details.tasksOf(task.getKey()).add(task.getValue()));
    }
    return payments;
  }

  private PaymentView payment(ResultSet row, Details details) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Currency currency = Currency.getInstance(row.getString("currency"));
    OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
    return new PaymentView(
        id,
        new OrderId(row.getObject("order_id", UUID.class)),
        row.getString("method"),
        row.getString("status"),
        new Money(row.getLong("amount"), currency),
        new Money(row.getLong("authorized"), currency),
        new Money(row.getLong("captured"), currency),
        new Money(row.getLong("refunded"), currency),
        new Money(row.getLong("refunding"), currency),
        row.getString("gateway"),
        expires == null ? null : expires.toInstant(),
        transferTo(row.getString("method"), row.getString("status")),
        nextStep(row.getString("next_url"), row.getString("next_secret")),
        instant(row, "created_at"),
        details.stepsOf(id),
        details.tasksOf(id));
  }

  /** Where the buyer transfers the money to for as long as it is waited for. */
  private @Nullable String transferTo(String method, String status) {
    return method.equals("INVOICE") && status.equals("PENDING") ? bankAccount.orElse(null) : null;
  }

  private static PaymentView.@Nullable NextStep nextStep(
      @Nullable String url, @Nullable String secret) {
    return url == null && secret == null ? null : new PaymentView.NextStep(url, secret);
  }

  /** The lists of the payments' steps and tasks, which are read after the payments. */
  private static final class Details {

    private final Map<UUID, List<PaymentView.Step>> steps = new HashMap<>();
    private final Map<UUID, List<PaymentView.Task>> tasks = new HashMap<>();

    List<PaymentView.Step> stepsOf(UUID payment) {
      return steps.computeIfAbsent(payment, any -> new ArrayList<>());
    }

    List<PaymentView.Task> tasksOf(UUID payment) {
      return tasks.computeIfAbsent(payment, any -> new ArrayList<>());
    }
  }

  private static Map.Entry<UUID, PaymentView.Step> step(ResultSet row) throws SQLException {
    return Map.entry(
        row.getObject("payment_id", UUID.class),
        new PaymentView.Step(
            row.getString("from_status"),
            row.getString("to_status"),
            instant(row, "occurred_at"),
            row.getString("actor"),
            row.getString("reason")));
  }

  private static Map.Entry<UUID, PaymentView.Task> task(ResultSet row) throws SQLException {
    return Map.entry(
        row.getObject("payment_id", UUID.class),
        new PaymentView.Task(
            row.getString("kind"),
            row.getInt("attempts"),
            instant(row, "due_at"),
            row.getString("problem")));
  }

  private static UUID position(String cursor) {
    try {
      return UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
