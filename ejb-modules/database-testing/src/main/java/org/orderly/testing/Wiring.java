package org.orderly.testing;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The data sources of an application under test, and the transactions that they take part in. */
final class Wiring {

  private final Databases databases;
  private final JtaTransactions transactions;
  private final Map<String, DataSource> dataSources = new HashMap<>();

  Wiring(Databases databases, JtaTransactions transactions) {
    this.databases = databases;
    this.transactions = transactions;
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
