package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.BalanceQueries;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.ledger.statement.LedgerFilter;
import org.orderly.ledger.statement.StatementQueries;
import org.orderly.ledger.statement.WalletEntry;
import org.orderly.payment.gateway.CardToken;
import org.orderly.payment.gateway.GatewayNotConfigured;
import org.orderly.payment.gateway.GatewayUnavailable;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.wallet.GatewayTransfer.Direction;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/**
 * Customers' balances: what they hold, and money in and out through a gateway.
 *
 * <p>Must be called without a transaction: the gateway is called between two of them.
 */
@ApplicationScoped
public class Wallets {

  private final BalanceQueries balanceQueries;
  private final StatementQueries statementQueries;
  private final Transfers transfers;
  private final TransferCalls calls;
  private final Gateways gateways;
  private final IdempotencyKeys keys;

  @Inject
  Wallets(
      BalanceQueries balanceQueries,
      StatementQueries statementQueries,
      Transfers transfers,
      TransferCalls calls,
      Gateways gateways,
      @Domain(PaymentDatabase.NAME) IdempotencyKeys keys) {
    this.balanceQueries = balanceQueries;
    this.statementQueries = statementQueries;
    this.transfers = transfers;
    this.calls = calls;
    this.gateways = gateways;
    this.keys = keys;
  }

  /** What a user can spend, by currency. */
  public List<Money> balances(UserId user) {
    return balanceQueries.of(AccountRef.walletOf(user));
  }

  /** The balance in one currency; zero if the user never had any. */
  public Money balance(UserId user, Currency currency) {
    return balanceQueries.wallet(user, currency);
  }

  /** What is a user's and waits for a payout or an order, by currency. */
  public List<Money> held(UserId user) {
    return balanceQueries.of(AccountRef.heldOf(user)).stream().filter(Money::isPositive).toList();
  }

  /**
   * Brings money in, once per request key. If the gateway wants a further step, or its answer does
   * not come, the transfer is pending and settled later, by itself.
   *
   * @param token the gateway's name for a card; {@code null} where the gateway has a choice of its
   *     own
   * @throws org.orderly.payment.gateway.NoPaymentGateway if the shop has none
   * @throws GatewayUnavailable if the gateway has been away lately; then nothing is begun
   * @throws TransferRefused if the gateway will not collect
   */
  public IdempotentResult<Transfer> deposit(
      UserId user, Money amount, @Nullable String token, IdempotencyKey request) {
    requirePositive(amount);
    if (token != null) {
      CardToken.require(token);
    }
    requireRoom(user, amount);
    return move(Direction.IN, user, amount, token, request);
  }

  /**
   * Pays money out, once per request key. It is held until the gateway's last word, and back in the
   * wallet if that is a refusal.
   *
   * @throws org.orderly.payment.gateway.NoPaymentGateway if the shop has none
   * @throws GatewayUnavailable if the gateway has been away lately; then nothing is begun
   * @throws InsufficientFunds if the balance is smaller
   * @throws TransferRefused if the gateway will not pay; the balance is as before
   */
  public IdempotentResult<Transfer> withdraw(UserId user, Money amount, IdempotencyKey request) {
    requirePositive(amount);
    return move(Direction.OUT, user, amount, null, request);
  }

  private IdempotentResult<Transfer> move(
      Direction direction,
      UserId user,
      Money amount,
      @Nullable String token,
      IdempotencyKey request) {
    Optional<Transfer> earlier = keys.find(request, Transfer.class);
    if (earlier.isPresent()) {
      return accepted(new IdempotentResult<>(earlier.get(), true));
    }
    String gateway = gateways.selected().name();
    TransferRequest order = transfers.begin(direction, user, amount, gateway, token, request);
    return accepted(transfers.answer(order.id(), result(order), request));
  }

  /** What is not known yet is found out later. */
  private TransferResult result(TransferRequest order) {
    if (order.settled()) {
      return TransferResult.none();
    }
    try {
      return calls.ask(order);
    } catch (GatewayUnavailable | GatewayNotConfigured e) {
      return TransferResult.none();
    } catch (InvalidValue e) {
      transfers.settle(order.id(), TransferResult.refused(e.code()));
      throw e;
    }
  }

  /**
   * One of the user's own transfers, as it stands by now.
   *
   * @throws TransferNotFound if it is not
   */
  public Transfer transfer(UserId user, UUID id) {
    return transfers.of(user, id);
  }

  /** The movements of a user's wallets, newest first. */
  public Page<WalletEntry> transactions(
      UserId user, LedgerFilter filter, Limit limit, @Nullable String cursor) {
    return statementQueries.page(user, filter, limit, cursor);
  }

  private static void requirePositive(Money amount) {
    if (!amount.isPositive()) {
      throw new InvalidValue("amount", "must be more than zero");
    }
  }

  /** No account can hold more than one amount can say. */
  private void requireRoom(UserId user, Money amount) {
    long held = balanceQueries.wallet(user, amount.currency()).minorUnits();
    if (amount.minorUnits() > Money.MAX_MINOR_UNITS - held) {
      throw new InvalidValue("amount", "is more than the balance can take");
    }
  }

  private static IdempotentResult<Transfer> accepted(IdempotentResult<Transfer> idempotentResult) {
    if (idempotentResult.value().status().equals(TransferStatus.REFUSED.name())) {
      throw new TransferRefused(idempotentResult.value().reason());
    }
    return idempotentResult;
  }
}
