package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.Answer;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.KeyInFlight;
import org.orderly.messaging.KeyReused;
import org.orderly.messaging.Outbox;
import org.orderly.messaging.RequestKey;
import org.orderly.payment.LedgerTransaction.Kind;

/** The steps of a deposit or withdrawal, each one transaction; the gateway is called in between. */
@ApplicationScoped
@Transactional
class Transfers {

  @PersistenceContext(unitName = PaymentDatabase.NAME)
  private EntityManager entities;

  private final Accounts accounts;
  private final Ledger ledger;
  private final IdempotencyKeys keys;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Transfers(
      Accounts accounts,
      Ledger ledger,
      @ForDomain(PaymentDatabase.NAME) IdempotencyKeys keys,
      @ForDomain(PaymentDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Notes what the gateway will be asked for; finds the note again if the request comes again.
   *
   * @throws KeyReused if the note says another amount
   * @throws KeyInFlight if the same request is being noted at this moment
   */
  void beginDeposit(UUID id, UserId user, Money amount, String gateway, RequestKey request) {
    keys.claim(request);
    GatewayTransfer noted = entities.find(GatewayTransfer.class, id);
    if (noted == null) {
      entities.persist(
          GatewayTransfer.pending(
              id, GatewayTransfer.Direction.IN, user, amount, gateway, clock.instant()));
    } else if (!noted.amount().equals(amount)) {
      throw new KeyReused();
    }
  }

  /** Credits the wallet with what the gateway collected, once. */
  Answer<Transfer> finishDeposit(UUID id, boolean accepted, RequestKey request) {
    return keys.once(
        request,
        Transfer.class,
        () -> {
          GatewayTransfer transfer = locked(id);
          Money amount = transfer.amount();
          Account wallet = accounts.lockOrOpenWallet(transfer.user(), amount.currency());
          if (transfer.isPending()) {
            transfer.settle(accepted);
            if (accepted) {
              credit(transfer, wallet);
            }
          }
          return transfer.view(wallet.balance());
        });
  }

  /** Takes the money out of the wallet before the gateway is asked to pay it out, once. */
  Answer<Transfer> beginWithdrawal(
      UUID id, UserId user, Money amount, String gateway, RequestKey request) {
    return keys.once(
        request,
        Transfer.class,
        () -> {
          Instant now = clock.instant();
          Account wallet = accounts.lockOrOpenWallet(user, amount.currency());
          GatewayTransfer transfer =
              GatewayTransfer.pending(
                  id, GatewayTransfer.Direction.OUT, user, amount, gateway, now);
          entities.persist(transfer);
          Account clearing = accounts.ofShop(Account.Kind.GATEWAY, amount.currency());
          ledger.post(new LedgerTransaction(Kind.WITHDRAWAL, id, now), wallet, clearing, amount);
          return transfer.view(wallet.balance());
        });
  }

  /** Notes that the gateway paid, or gives the money back to the wallet if it refused. */
  Transfer finishWithdrawal(UUID id, boolean accepted) {
    GatewayTransfer transfer = locked(id);
    Money amount = transfer.amount();
    Account wallet = accounts.lockOrOpenWallet(transfer.user(), amount.currency());
    if (transfer.isPending()) {
      Instant now = clock.instant();
      transfer.settle(accepted);
      if (accepted) {
        outbox.append(new WalletDebited(UuidV7.next(), now, transfer.user(), amount, id));
      } else {
        Account clearing = accounts.ofShop(Account.Kind.GATEWAY, amount.currency());
        ledger.post(
            new LedgerTransaction(Kind.WITHDRAWAL_REVERSAL, id, now), clearing, wallet, amount);
      }
    }
    return transfer.view(wallet.balance());
  }

  private void credit(GatewayTransfer transfer, Account wallet) {
    Instant now = clock.instant();
    Money amount = transfer.amount();
    ledger.post(
        new LedgerTransaction(Kind.DEPOSIT, transfer.id(), now),
        accounts.ofShop(Account.Kind.GATEWAY, amount.currency()),
        wallet,
        amount);
    outbox.append(new WalletCredited(UuidV7.next(), now, transfer.user(), amount, transfer.id()));
  }

  private GatewayTransfer locked(UUID id) {
    return entities.find(GatewayTransfer.class, id, LockModeType.PESSIMISTIC_WRITE);
  }
}
