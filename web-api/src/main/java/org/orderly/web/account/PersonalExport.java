package org.orderly.web.account;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.orderly.cart.Cart;
import org.orderly.cart.Carts;
import org.orderly.identity.audit.AuditEntry;
import org.orderly.identity.audit.AuditFilter;
import org.orderly.identity.audit.AuditLogQueries;
import org.orderly.identity.oidc.FederatedIdentities;
import org.orderly.identity.personal.PersonalData;
import org.orderly.identity.session.Sessions;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ledger.statement.LedgerFilter;
import org.orderly.notification.MailQueries;
import org.orderly.notification.Notifications;
import org.orderly.notification.backinstock.BackInStockRequests;
import org.orderly.ordering.overview.BuyerOrders;
import org.orderly.ordering.overview.OrderFilter;
import org.orderly.payment.wallet.Wallets;
import org.orderly.platform.personal.PersonalColumns;
import org.orderly.web.problem.JsonBodies;

/**
 * Puts together what every domain holds about a person, as one JSON document that is written while
 * it is read, a page at a time: it may be long, and takes little memory.
 */
@ApplicationScoped
class PersonalExport {

  private static final Limit PAGE = new Limit(Limit.MAX);

  private final PersonalData people;
  private final FederatedIdentities identities;
  private final Sessions sessions;
  private final AuditLogQueries audit;
  private final Carts carts;
  private final BuyerOrders orders;
  private final Wallets wallets;
  private final Notifications notifications;
  private final MailQueries mailQueries;
  private final BackInStockRequests backInStock;
  private final Iterable<PersonalColumns> personalColumns;
  private final Clock clock;

  @Inject
  PersonalExport(
      PersonalData people,
      FederatedIdentities identities,
      Sessions sessions,
      AuditLogQueries audit,
      Carts carts,
      BuyerOrders orders,
      Wallets wallets,
      Notifications notifications,
      MailQueries mailQueries,
      BackInStockRequests backInStock,
      @Any Instance<PersonalColumns> personalColumns,
      Clock clock) {
    this.people = people;
    this.identities = identities;
    this.sessions = sessions;
    this.audit = audit;
    this.carts = carts;
    this.orders = orders;
    this.wallets = wallets;
    this.notifications = notifications;
    this.mailQueries = mailQueries;
    this.backInStock = backInStock;
    this.personalColumns = personalColumns;
    this.clock = clock;
  }

  /** Whoever is not there, or cannot be read at all, is known before the first byte is sent. */
  StreamingOutput of(UserId user) {
    Cart cart = carts.of(user);
    PersonalData.Part person = people.giveOut(user);
    return out -> write(out, user, person, cart);
  }

  private void write(OutputStream out, UserId user, PersonalData.Part person, Cart cart)
      throws IOException {
    // the server closes the stream
    JsonGenerator json = JsonBodies.MAPPER.createGenerator(out);
    // not after each item
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.writeStartObject();
    json.writePOJOField("exportedAt", clock.instant());
    json.writePOJOField("profile", person.profile());
    json.writePOJOField("consents", person.consents());
    json.writePOJOField("addresses", person.addresses());
    json.writePOJOField("identities", identities.of(user));
    json.writePOJOField("sessions", sessions.all(user));
    writeAudit(json, user.toString());
    json.writePOJOField("cart", cart);
    list(json, "orders", cursor -> orders.page(user, OrderFilter.ANY, PAGE, cursor));
    json.writePOJOField("balances", wallets.balances(user));
    list(
        json,
        "walletTransactions",
        cursor -> wallets.transactions(user, LedgerFilter.ALL, PAGE, cursor));
    list(json, "notifications", cursor -> notifications.inbox(user, PAGE, cursor));
    json.writePOJOField("backInStockRequests", backInStock.of(user));
    list(json, "mails", cursor -> mailQueries.of(user, PAGE, cursor));
    for (PersonalColumns columns : personalColumns) {
      for (String part : columns.parts()) {
        writeRows(json, columns, part, user);
      }
    }
    json.writeEndObject();
    json.flush();
  }

  /** What was done to the person's account, then what else they did. */
  private void writeAudit(JsonGenerator json, String person) throws IOException {
    AuditFilter to = new AuditFilter(null, null, person, null, null, null);
    AuditFilter by = new AuditFilter(person, null, null, null, null, null);
    json.writeArrayFieldStart("audit");
    items(json, cursor -> audit.page(to, PAGE, cursor), entry -> true);
    Predicate<AuditEntry> elsewhere = entry -> !entry.subject().equals(person);
    items(json, cursor -> audit.page(by, PAGE, cursor), elsewhere);
    json.writeEndArray();
  }

  /** Rows as they are stored, for what no view of the API shows. */
  private static void writeRows(
      JsonGenerator json, PersonalColumns columns, String part, UserId user) throws IOException {
    json.writeArrayFieldStart(part);
    try {
      columns.export(
          part,
          user,
          row -> {
            try {
              json.writeRawValue(row);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    json.writeEndArray();
  }

  private static <T> void list(JsonGenerator json, String name, Function<String, Page<T>> pages)
      throws IOException {
    json.writeArrayFieldStart(name);
    items(json, pages, item -> true);
    json.writeEndArray();
  }

  private static <T> void items(
      JsonGenerator json, Function<String, Page<T>> pages, Predicate<T> wanted) throws IOException {
    String cursor = null;
    do {
      Page<T> page = pages.apply(cursor);
      for (T item : page.items()) {
        if (wanted.test(item)) {
          json.writePOJO(item);
        }
      }
      cursor = page.nextCursor();
    } while (cursor != null);
  }
}
