package org.orderly.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.catalog.Actor;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.catalog.ProductRankingRepository;
import org.orderly.catalog.category.CategoryDraft;
import org.orderly.catalog.category.CategoryEditor;
import org.orderly.catalog.category.ManagedCategory;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Retention;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/**
 * Every committed change of the catalogue is found, by this instance at once and by others soon.
 */
class CatalogRevisionDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("catalog");

  private static final Actor ADMIN = new Actor(UserId.newId(), true);

  private final AtomicLong now = new AtomicLong();
  private final String sku = "S-" + UUID.randomUUID();
  private TestDatabase database;
  private ProductEditor editor;
  private CatalogRevision other;

  @BeforeEach
  void begin() {
    database = APP.database("catalog");
    editor = APP.bean(ProductEditor.class);
    other = new CatalogRevision(APP.bean(CatalogChangeQueries.class), now::get);
  }

  private ProductDraft draft(String price, String... categories) {
    return new ProductDraft(
        sku, "Tea", "", null, Money.of(price, "EUR"), List.of(categories), null, 0, null);
  }

  private static CatalogRevision own() {
    return APP.bean(CatalogRevision.class);
  }

  /** What the other instance says a moment later. */
  private long seenByOther() {
    now.addAndGet(CatalogRevision.CONFIRM_AFTER.toNanos());
    return other.current();
  }

  private void changesBoth(Runnable change) {
    long here = own().current();
    long there = seenByOther();
    change.run();
    assertThat(own().current()).as("here").isGreaterThan(here);
    assertThat(seenByOther()).as("at another instance").isGreaterThan(there);
  }

  @Test
  void risesWithEveryKindOfChange() {
    changesBoth(() -> editor.add(draft("1.00", "Drinks " + sku), null));
    ProductId tea = editor.findBySku(sku).orElseThrow();
    changesBoth(() -> editor.replace(tea, draft("2.00"), ADMIN));
    changesBoth(() -> APP.bean(ProductRankingRepository.class).rank(Map.of(tea, 7)));
    CategoryEditor categories = APP.bean(CategoryEditor.class);
    changesBoth(() -> categories.add(new CategoryDraft("A " + sku, null, null)));
    ManagedCategory b = categories.add(new CategoryDraft("B " + sku, null, null));
    changesBoth(() -> categories.replace(b.id(), new CategoryDraft("C " + sku, null, null)));
    changesBoth(() -> categories.delete(b.id(), null));
    changesBoth(() -> editor.withdraw(tea, ADMIN));
  }

  @Test
  void staysWhileNothingChanges() {
    editor.add(draft("1.00"), null);
    long here = own().current();
    long there = seenByOther();
    APP.bean(CatalogQueries.class).productWithSku(sku);
    assertThat(own().current()).isEqualTo(here);
    assertThat(seenByOther()).isEqualTo(there);
  }

  @Test
  void risesForChangesThatNoCodeOfOursMade() {
    editor.add(draft("1.00"), null);
    long there = seenByOther();
    database.execute("update product set price_minor = 150 where sku = ?", sku);
    assertThat(seenByOther()).isGreaterThan(there);
  }

  /** An earlier number may become visible after a later one. */
  @Test
  void missesNoTransactionThatCommitsLate() throws SQLException {
    editor.add(draft("1.00"), null);
    try (Connection slow = database.connect();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("update product set price_minor = 160 where sku = '" + sku + "'");
      long before = seenByOther();
      database.execute("update category set name = name where false");
      long meanwhile = seenByOther();
      assertThat(meanwhile).isGreaterThan(before);
      assertThat(seenByOther()).as("nothing is committed").isEqualTo(meanwhile);
      slow.commit();
      slow.setAutoCommit(true);
      assertThat(seenByOther()).isGreaterThan(meanwhile);
    }
  }

  @Test
  void doesNotRiseForWhatIsRolledBack() throws SQLException {
    editor.add(draft("1.00"), null);
    try (Connection given = database.connect();
        Statement statement = given.createStatement()) {
      given.setAutoCommit(false);
      statement.execute("update product set price_minor = 170 where sku = '" + sku + "'");
      long before = seenByOther();
      given.rollback();
      given.setAutoCommit(true);
      assertThat(seenByOther()).isEqualTo(before);
    }
  }

  @Test
  void asksNobodyWithinTheTimeThatItMay() {
    long before = seenByOther();
    database.execute("update product set price_minor = 180 where true");
    now.addAndGet(CatalogRevision.CONFIRM_AFTER.toNanos() - 1);
    assertThat(other.current()).isEqualTo(before);
    now.incrementAndGet();
    assertThat(other.current()).isGreaterThan(before);
  }

  @Test
  void comparesWithNothingThatTheLogHasForgotten() {
    long before = seenByOther();
    now.addAndGet(Duration.ofMinutes(CatalogChangeQueries.KEPT_MINUTES).toNanos());
    assertThat(other.current()).isGreaterThan(before);
  }

  @Test
  void keepsOldChangesOfTransactionsThatMayStillCommit() throws SQLException {
    database.tamper("delete from catalog_change");
    try (Connection slow = database.connect();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("insert into catalog_change (changed_at) values (now() - interval '1 h')");
      for (int i = 0; i < 3; i++) {
        database.execute(
            "insert into catalog_change (changed_at) values (now() - interval '11 min')");
      }
      slow.commit();
      slow.setAutoCommit(true);
    }
    APP.bean(Retention.class, new Domain.Literal("catalog")).clean(1);
    assertThat(database.count("catalog_change")).isEqualTo(4);
    database.execute("insert into catalog_change (changed_at) values (now() - interval '11 min')");
    APP.bean(Retention.class, new Domain.Literal("catalog")).clean(1);
    assertThat(database.count("catalog_change")).isEqualTo(1);
  }

  @Test
  void isNotToldWithoutTheDatabase() {
    seenByOther();
    database.tamper("alter table catalog_change rename to hidden");
    try {
      now.addAndGet(CatalogRevision.CONFIRM_AFTER.toNanos());
      long known = other.current();
      now.addAndGet(CatalogRevision.CONFIRM_AFTER.toNanos());
      assertThat(other.current()).as("within a second").isEqualTo(known);
      now.addAndGet(CatalogRevision.STALE_AFTER.toNanos());
      assertThatThrownBy(other::current)
          .isInstanceOf(org.orderly.platform.persistence.DatabaseUnavailable.class);
    } finally {
      database.tamper("alter table hidden rename to catalog_change");
    }
    assertThat(seenByOther()).isNotNegative();
  }
}
