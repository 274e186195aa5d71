package org.orderly.payment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;

/** The events that gateways sent, so that each takes effect once. */
@ApplicationScoped
class GatewayEventRepository {

  /** A second one of the same name waits for the first one's transaction, and then is none. */
  private static final String INSERT =
      "insert into gateway_notice (gateway, event_id, kind, received_at) values (?, ?, ?, now())"
          + " on conflict do nothing";

  private final DomainDatabase database;

  @Inject
  GatewayEventRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** No gateway retries an event for so long. */
  @Produces
  @Domain(PaymentDatabase.NAME)
  static Retention.Expired old() {
    return new Retention.Expired("gateway_notice", "received_at < now() - interval '90 days'");
  }

  /**
   * Stores an event in the caller's transaction.
   *
   * @return whether it was new
   */
  boolean add(String gateway, GatewayEvent event) {
    return database.change(INSERT, gateway, event.eventId(), event.kind().name()) == 1;
  }
}
