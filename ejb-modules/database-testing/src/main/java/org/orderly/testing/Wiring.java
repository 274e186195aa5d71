package org.orderly.testing;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The data sources of an application under test, and the transactions that they take part in. */
final class Wiring {

  private final JtaTransactions transactions;
  private final Map<String, DataSource> dataSources = new HashMap<>();
  private volatile Databases databases;

  Wiring(JtaTransactions transactions) {
    this.transactions = transactions;
  }

  /** Lets the beans work on other databases from now on. */
  void use(Databases others) {
    databases = others;
  }

  synchronized DataSource dataSource(String domain) {
    return dataSources.computeIfAbsent(
        domain,
        name ->
            new PooledDataSource(
                new TransactionalDataSource(
                    () -> databases.get(name), transactions.manager(), transactions.registry())));
  }

  TransactionSynchronizationRegistry registry() {
    return transactions.registry();
  }
}
