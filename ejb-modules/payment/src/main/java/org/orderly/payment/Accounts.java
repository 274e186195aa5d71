package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

@ApplicationScoped
class Accounts {

  @PersistenceContext(unitName = PaymentDatabase.NAME)
  private EntityManager entities;

  List<Account> walletsOf(UserId owner) {
    return entities
        .createQuery(
            "select a from Account a where a.owner = :owner order by a.currency", Account.class)
        .setParameter("owner", owner.value())
        .getResultList();
  }

  /** Locks the wallet until the transaction ends; empty if the owner never had this currency. */
  Optional<Account> lockWallet(UserId owner, Currency currency) {
    return entities
        .createQuery(
            "select a from Account a where a.owner = :owner and a.currency = :currency",
            Account.class)
        .setParameter("owner", owner.value())
        .setParameter("currency", currency.getCurrencyCode())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The same, but opens the wallet first if need be. */
  Account lockOrOpenWallet(UserId owner, Currency currency) {
    return lockWallet(owner, currency)
        .orElseGet(
            () -> {
              entities
                  .createNativeQuery(
                      "insert into account (id, kind, owner, currency, balance)"
                          + " values (?, 'WALLET', ?, ?, 0) on conflict do nothing")
                  .setParameter(1, UuidV7.next())
                  .setParameter(2, owner.value())
                  .setParameter(3, currency.getCurrencyCode())
                  .executeUpdate();
              return lockWallet(owner, currency).orElseThrow();
            });
  }

  /** The shop's account of this kind, opened with the first posting; it is never locked. */
  Account ofShop(Account.Kind kind, Currency currency) {
    return findOfShop(kind, currency)
        .orElseGet(
            () -> {
              entities
                  .createNativeQuery(
                      "insert into account (id, kind, currency) values (?, ?, ?)"
                          + " on conflict do nothing")
                  .setParameter(1, UuidV7.next())
                  .setParameter(2, kind.name())
                  .setParameter(3, currency.getCurrencyCode())
                  .executeUpdate();
              return findOfShop(kind, currency).orElseThrow();
            });
  }

  private Optional<Account> findOfShop(Account.Kind kind, Currency currency) {
    return entities
        .createQuery(
            "select a from Account a where a.kind = :kind and a.currency = :currency",
            Account.class)
        .setParameter("kind", kind)
        .setParameter("currency", currency.getCurrencyCode())
        .getResultStream()
        .findFirst();
  }
}
