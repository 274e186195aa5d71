package org.orderly.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.ProductId;
import org.orderly.ordering.OrderActions;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** What the scan in the background keeps of its findings, and for how long. */
class IntegrityScannerDatabaseTest {

  private static final String WORK = "orderly.integrity.work-seconds";

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private TestDatabase ordering;
  private TestDatabase inventory;
  private ProductId tea;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    inventory = APP.database("inventory");
    ordering.execute("delete from audit_finding");
    ordering.execute("delete from audit_track");
    ordering.execute("delete from audit_look");
    tea = shop.product("2.50", 10);
  }

  @AfterEach
  void scanAsUsual() {
    System.clearProperty(WORK);
  }

  /** Scans now, whenever the last scan was. */
  private void scan() throws SQLException, InterruptedException {
    ordering.execute("delete from audit_look");
    assertThat(APP.bean(IntegrityScanner.class).look()).isTrue();
  }

  private void add(int pieces) {
    inventory.tamper(
        "update stock_item set on_hand = on_hand + %d where product_id = '%s'"
            .formatted(pieces, tea));
  }

  private long findings() {
    return ordering.count("audit_finding where check_id = 'I1' and subject = ?", tea.toString());
  }

  @Test
  void keepsAFindingUntilItIsMended() throws Exception {
    add(1);
    scan();
    assertThat(findings()).isEqualTo(1);
    add(-1);
    scan();
    assertThat(findings()).isZero();
  }

  @Test
  void keepsAFindingOfATableThatItHadNoTimeToScan() throws Exception {
    add(1);
    scan();
    System.setProperty(WORK, "0");
    scan();
    assertThat(findings()).isEqualTo(1);
  }

  @Test
  void dropsAFindingThatWasMendedThoughItHadNoTimeToScan() throws Exception {
    add(1);
    scan();
    add(-1);
    System.setProperty(WORK, "0");
    scan();
    assertThat(findings()).isZero();
  }

  @Test
  void scansNoMoreOftenThanConfigured() throws Exception {
    scan();
    assertThat(APP.bean(IntegrityScanner.class).look()).isFalse();
  }
}
