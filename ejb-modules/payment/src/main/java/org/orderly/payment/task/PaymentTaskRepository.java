package org.orderly.payment.task;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UuidV7;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.task.PaymentTask.Kind;
import org.orderly.platform.jobs.Signal;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.persistence.SqlBatch;

/** The tasks as rows; what is written joins the caller's transaction. */
@ApplicationScoped
public class PaymentTaskRepository {

  private static final String ADD =
      """
      insert into payment_task (id, payment_id, refund_id, kind, due_at)
      select id, payment_id, refund_id, kind, now() + delay * interval '1 millisecond'
      from unnest(?, ?, ?, ?, ?) with ordinality
          as task (id, payment_id, refund_id, kind, delay, place) order by place""";

  /** The gateway may be hearing of one that was asked; it has to be left to run its course. */
  private static final String DROP_UNASKED =
      """
      update payment_task set state = 'DROPPED'
      where payment_id = ? and kind = ? and state = 'OPEN' and asked_at is null""";

  private static final String DROP_CHECKS =
      "update payment_task set state = 'DROPPED'"
          + " where payment_id = ? and kind = 'CHECK' and state = 'OPEN'";

  /** Due, and the first of its payment; a lease is a due date. */
  private static final String CLAIM =
      """
      update payment_task t
      set attempts = attempts + 1, asked_at = coalesce(asked_at, now()),
        due_at = now() + ? * interval '1 millisecond'
      where t.id = (
        select c.id from payment_task c
        where c.state = 'OPEN' and %s
          and (c.kind = 'CHECK' or not exists (
            select 1 from payment_task before
            where before.payment_id = c.payment_id and before.state = 'OPEN'
              and before.kind <> 'CHECK' and before.seq < c.seq))
        order by c.due_at limit 1
        for update skip locked)
      returning t.id, t.payment_id, t.refund_id, t.kind, t.attempts""";

  private static final String END =
      "update payment_task set state = 'DONE', problem = null where id = ? and state = 'OPEN'";

  private static final String IS_OPEN =
      "select 1 from payment_task where id = ? and state = 'OPEN'";

  /** Whose lease ran out meanwhile must leave it to the one who has claimed it since. */
  private static final String LATER =
      """
      update payment_task set due_at = now() + ? * interval '1 millisecond', problem = left(?, 200)
      where id = ? and state = 'OPEN' and attempts = ?""";

  private static final String SOON =
      """
      update payment_task set due_at = now()
      where payment_id = ? and state = 'OPEN' and due_at > now()
        and (kind = 'CHECK' or asked_at < now() - interval '45 seconds' or problem is not null)""";

  /** A payment that is pending, disputed or being refunded keeps its tasks, whatever their age. */
  private static final String ENDED =
      """
      state in ('DONE', 'DROPPED') and due_at < now() - interval '30 days'
        and not exists (select 1 from payment p where p.id = payment_task.payment_id
                        and p.status in ('PENDING', 'AUTHORIZED', 'DISPUTED'))
        and not exists (select 1 from refund r
                        where r.payment_id = payment_task.payment_id and r.status = 'PENDING')""";

  /**
   * Longer than a gateway is waited for, with all that is tried again on the way: a last try is
   * begun up to 5 s after the first, and may be two questions to Stripe of 3 s for the connection
   * and 15 s for the answer, which no time-out interrupts. So it is what the tasks of an instance
   * that died wait for; one that lives gives back what it cannot go on with.
   */
  static final Duration LEASE = Duration.ofSeconds(45);

  private final DomainDatabase database;
  private final Signal wakeup = new Signal();

  @Resource private TransactionSynchronizationRegistry transaction;

  @Inject
  protected PaymentTaskRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  @Produces
  @Domain(PaymentDatabase.NAME)
  static Retention.Expired ended() {
    return new Retention.Expired("payment_task", ENDED);
  }

  /** Adds tasks in a batch in the caller's transaction; a worker is woken when that commits. */
  public void add(SqlBatch writes, List<NewPaymentTask> tasks) {
    if (!tasks.isEmpty()) {
      writes.change(
          ADD,
          column("uuid", tasks, task -> UuidV7.next()),
          column("uuid", tasks, NewPaymentTask::payment),
          column("uuid", tasks, NewPaymentTask::refund),
          column("text", tasks, task -> task.kind().name()),
          column("bigint", tasks, task -> task.delay().toMillis()));
      wakeup.signalAfterCommit(transaction);
    }
  }

  private static Object column(
      String type, List<NewPaymentTask> tasks, Function<NewPaymentTask, @Nullable Object> value) {
    return SqlBatch.column(type, tasks.stream().<@Nullable Object>map(value).toList());
  }

  /** Takes back captures of a payment that no gateway has heard of, and questions about it. */
  public void drop(SqlBatch writes, UUID payment) {
    writes.change(DROP_UNASKED, payment, Kind.CAPTURE.name());
    writes.change(DROP_CHECKS, payment);
  }

  /** Takes the next one that is due, for the length of the lease; in no transaction. */
  public Optional<PaymentTask> claim() {
    return claim("c.due_at <= now()");
  }

  /** Takes the one that makes this refund, unless somebody has taken it before. */
  public Optional<PaymentTask> claimRefund(UUID refund) {
    return claim("c.refund_id = ? and c.asked_at is null", refund);
  }

  private Optional<PaymentTask> claim(String which, Object... values) {
    Object[] parameters = new Object[values.length + 1];
    parameters[0] = LEASE.toMillis();
    System.arraycopy(values, 0, parameters, 1, values.length);
    return database.first(PaymentTaskRepository::read, CLAIM.formatted(which), parameters);
  }

  /**
   * Whether it has neither ended nor been taken back. That is final for whoever has locked the
   * payment, since both are done only then.
   */
  public boolean isOpen(PaymentTask task) {
    return database.exists(IS_OPEN, task.id());
  }

  /** Ends one together with what came of it, in a batch of whoever has locked the payment. */
  public void end(SqlBatch writes, PaymentTask task) {
    writes.change(END, task.id());
  }

  /**
   * Has it tried again later, unless somebody has claimed it since; in a transaction or in none.
   */
  public void later(PaymentTask task, Duration delay, @Nullable String problem) {
    database.change(LATER, delay.toMillis(), problem, task.id(), task.attempts());
  }

  /** Lets what waits be tried at once; what a worker is at is left to it. */
  public void hurry(UUID payment) {
    database.change(SOON, payment);
    if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
      wakeup.signalAfterCommit(transaction);
    } else {
      wakeup.signal();
    }
  }

  /** Waits for work, but no longer than this. */
  public void await(Duration atMost) throws InterruptedException {
    wakeup.await(atMost);
  }

  /** Tells one that waits that there may be more than one can do. */
  public void callAnother() {
    wakeup.signal();
  }

  private static PaymentTask read(ResultSet row) throws SQLException {
    return new PaymentTask(
        row.getObject("id", UUID.class),
        row.getObject("payment_id", UUID.class),
        row.getObject("refund_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getInt("attempts"));
  }
}
