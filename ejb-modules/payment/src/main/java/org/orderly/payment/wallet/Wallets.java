package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.Answer;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.RequestKey;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.Outcome;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.ledger.Balances;
import org.orderly.payment.ledger.InsufficientFunds;
import org.orderly.payment.ledger.PaymentDatabase;
import org.orderly.payment.ledger.Place;
import org.orderly.payment.ledger.Statements;
import org.orderly.payment.ledger.WalletEntry;

/**
 * Customers' balances: what they hold, and money in and out through a gateway.
 *
 * <p>Must be called without a transaction: the gateway is asked between two of them.
 */
@ApplicationScoped
public class Wallets {

  private final Balances balances;
  private final Statements statements;
  private final Transfers transfers;
  private final Gateways gateways;
  private final IdempotencyKeys keys;

  @Inject
  Wallets(
      Balances balances,
      Statements statements,
      Transfers transfers,
      Gateways gateways,
      @ForDomain(PaymentDatabase.NAME) IdempotencyKeys keys) {
    this.balances = balances;
    this.statements = statements;
    this.transfers = transfers;
    this.gateways = gateways;
    this.keys = keys;
  }

  /** All balances of a user, by currency. */
  public List<Money> balances(UserId user) {
    return balances.of(Place.walletOf(user));
  }

  /** The balance in one currency; zero if the user never had any. */
  public Money balance(UserId user, Currency currency) {
    return balances.wallet(user, currency);
  }

  /**
   * Brings money in, once per request key.
   *
   * @throws org.orderly.payment.gateway.NoPaymentGateway if the shop has none
   * @throws TransferRefused if the gateway will not collect
   */
  public Answer<Transfer> deposit(UserId user, Money amount, RequestKey request) {
    requirePositive(amount);
    PaymentGateway gateway = gateways.chosen();
    var earlier = keys.find(request, Transfer.class);
    if (earlier.isPresent()) {
      return new Answer<>(earlier.get(), true);
    }
    UUID id = request.isPresent() ? request.derivedId() : UuidV7.next();
    transfers.beginDeposit(id, user, amount, gateway.name(), request);
    Authorization answer =
        gateway.authorize(new AuthorizationRequest(id, amount, null, true, null, "deposit"));
    boolean collected = answer.result() == Authorization.Result.CAPTURED;
    return accepted(transfers.finishDeposit(id, collected, request));
  }

  /**
   * Pays money out, once per request key.
   *
   * @throws org.orderly.payment.gateway.NoPaymentGateway if the shop has none
   * @throws InsufficientFunds if the balance is smaller
   * @throws TransferRefused if the gateway will not pay; the balance is as before
   */
  public Answer<Transfer> withdraw(UserId user, Money amount, RequestKey request) {
    requirePositive(amount);
    PaymentGateway gateway = gateways.chosen();
    UUID id = request.isPresent() ? request.derivedId() : UuidV7.next();
    boolean replayed =
        transfers.beginWithdrawal(id, user, amount, gateway.name(), request).replayed();
    boolean paid = gateway.payOut(id, user, amount).result() == Outcome.Result.COMPLETED;
    return accepted(new Answer<>(transfers.finishWithdrawal(id, paid), replayed));
  }

  /** The movements of a user's wallets, newest first. */
  public Page<WalletEntry> transactions(UserId user, Limit limit, String cursor) {
    return statements.page(user, limit, cursor);
  }

  private static void requirePositive(Money amount) {
    if (!amount.isPositive()) {
      throw new InvalidValue("amount", "must be more than zero");
    }
  }

  private static Answer<Transfer> accepted(Answer<Transfer> answer) {
    if (answer.value().status().equals(GatewayTransfer.Status.REFUSED.name())) {
      throw new TransferRefused();
    }
    return answer;
  }
}
