package org.orderly.testing;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The data sources of an application under test, and the transactions that they take part in. */
final class Wiring {

  private final JtaTransactions transactions;
  private final Map<String, DataSource> dataSources = new HashMap<>();
  private volatile DomainDatabases domainDatabases;

  Wiring(JtaTransactions transactions) {
    this.transactions = transactions;
  }

  /** Lets the beans work on other databases from now on. */
  void use(DomainDatabases others) {
    domainDatabases = others;
  }

  synchronized DataSource dataSource(String domain) {
    return dataSources.computeIfAbsent(
        domain,
        name ->
            new PooledDataSource(
                new TransactionalDataSource(
                    () -> domainDatabases.get(name),
                    transactions.manager(),
                    transactions.registry())));
  }

  TransactionSynchronizationRegistry registry() {
    return transactions.registry();
  }
}
