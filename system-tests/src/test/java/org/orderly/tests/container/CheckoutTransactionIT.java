package org.orderly.tests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import javax.transaction.xa.XAResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.catalog.ProductDraft;
import org.orderly.inventory.InsufficientStock;
import org.orderly.kernel.Money;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.listing.ProductListing;
import org.orderly.ordering.Checkout;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.payment.wallet.Wallets;
import org.orderly.platform.idempotency.IdempotencyKey;

/** The checkout's promise, from inside of the server: three databases, one outcome. */
@ExtendWith(ArquillianExtension.class)
class CheckoutTransactionIT {

  private static final PostalAddress HOME =
      new PostalAddress("Ann", "1 High Street", "Leeds", null, "LS1 1AA", "GB");

  @Inject private Checkout checkout;
  @Inject private ProductListing productListing;
  @Inject private Wallets wallets;

  private final CheckoutBooks books = new CheckoutBooks();
  private UserId ann;
  private ProductId tea;

  @Deployment
  static WebArchive application() {
    return DomainArchive.with(CheckoutTransactionIT.class, CheckoutBooks.class, LastVote.class);
  }

  @BeforeEach
  void openTheShop() {
    ann = UserId.newId();
    ProductDraft draft =
        new ProductDraft(
            "IT-" + UUID.randomUUID(),
            "Tea",
            null,
            null,
            Money.of("2.00", "EUR"),
            List.of("Tea"),
            null,
            0,
            null);
    tea = productListing.list(draft, null, Quantity.of(10), null).id();
    IdempotencyKey unnamed = new IdempotencyKey(ann, "deposit", null, "");
    wallets.deposit(ann, Money.of("100.00", "EUR"), null, unnamed);
  }

  @Test
  void preparesTheMembersBeforeTheDecisionCommits() throws Exception {
    LastVote vote = new LastVote(XAResource.XA_OK, books);
    OrderView order = placeWith(vote);
    assertThat(vote.prepared()).containsExactlyInAnyOrder("inventory", "payment");
    assertThat(vote.committed()).isTrue();
    assertThat(books.of(ann, tea))
        .isEqualTo(
            Map.of("orders", 1L, "reserved", 4L, "balance", 9_200L, "payments", 1L, "keys", 0L));
    assertThat(order.total()).isEqualTo(Money.of("8.00", "EUR"));
  }

  @Test
  void rollsAllThreeDatabasesBackWhenTheLastVoteIsNo() throws Exception {
    Map<String, Long> before = books.of(ann, tea);
    LastVote vote = new LastVote(LastVote.NO, books);
    assertThatThrownBy(() -> placeWith(vote)).isInstanceOf(RollbackException.class);
    assertThat(vote.prepared()).containsExactlyInAnyOrder("inventory", "payment");
    assertThat(books.of(ann, tea)).isEqualTo(before);
    assertThat(books.preparedDatabases()).isEmpty();
  }

  @Test
  void takesTheMoneyBackWhenTheLastStepFindsTooLittleStock() {
    Map<String, Long> before = books.of(ann, tea);
    assertThatThrownBy(() -> checkout.place(orderRequest(11)))
        .isInstanceOf(InsufficientStock.class);
    assertThat(books.of(ann, tea)).isEqualTo(before);
  }

  @Test
  void refusesTwoDatabasesWithoutTheOneThatDecides() throws Exception {
    Map<String, Long> before = books.of(ann, tea);
    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
    transaction.begin();
    change(
        "inventory",
        "update stock_item set reserved = reserved + 1 where product_id = ?",
        tea.value());
    change("payment", "update account set balance = balance - 1 where owner = ?", ann.value());
    assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
    assertThat(books.of(ann, tea)).isEqualTo(before);
    assertThat(books.preparedDatabases()).isEmpty();
  }

  private static void change(String domain, String sql, UUID id) throws Exception {
    DataSource pool = InitialContext.doLookup("jdbc/" + domain);
    try (Connection connection = pool.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, id);
      assertThat(update.executeUpdate()).as(domain).isEqualTo(1);
    }
  }

  /** Joins the checkout to a transaction in which one more resource votes, after the databases. */
  private OrderView placeWith(LastVote vote) throws Exception {
    TransactionManager transactions = InitialContext.doLookup("java:appserver/TransactionManager");
    transactions.begin();
    try {
      OrderView order = checkout.place(orderRequest(4)).value();
      transactions.getTransaction().enlistResource(vote);
      transactions.commit();
      return order;
    } finally {
      if (transactions.getTransaction() != null) {
        transactions.rollback();
      }
    }
  }

  private PlaceOrder orderRequest(int quantity) {
    IdempotencyKey unnamed = new IdempotencyKey(ann, "place-order", null, "");
    return new PlaceOrder(
        ann,
        List.of(new ProductQuantity(tea, Quantity.of(quantity))),
        HOME,
        PaymentSelection.wallet(),
        null,
        null,
        unnamed);
  }
}
