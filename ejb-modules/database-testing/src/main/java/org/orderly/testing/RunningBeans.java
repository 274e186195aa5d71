package org.orderly.testing;

import jakarta.ejb.Stateless;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * The beans of a module and of those below it. They live until the JVM's last test, since starting
 * them costs more than most tests; each test class gives them databases of its own.
 */
final class RunningBeans implements AutoCloseable {

  private final JtaTransactions transactions = new JtaTransactions();
  private final Wiring wiring = new Wiring(transactions);
  private final WeldContainer container;

  RunningBeans() {
    container =
        new Weld("beans")
            .addBeanDefiningAnnotations(Stateless.class)
            .addExtension(new StatelessBeans())
            .addServices(new Resources(wiring), new PersistenceContexts(wiring), transactions)
            .property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false)
            .initialize();
  }

  JtaTransactions transactions() {
    return transactions;
  }

  Wiring wiring() {
    return wiring;
  }

  WeldContainer container() {
    return container;
  }

  @Override
  public void close() {
    container.close();
  }
}
