package org.orderly.testing;

import jakarta.ejb.Stateless;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class the beans of its module and of those below it, on databases of its own, with
 * {@code @Transactional} in force and without a server:
 *
 * <pre>{@code
 * @RegisterExtension static final Application APP = Application.on("inventory");
 * }</pre>
 *
 * <p>Beans are found as in the server, by each module's {@code beans.xml}. Threads, timers and
 * message-driven beans do not run. A test replaces a bean by an {@code @Alternative} with a
 * {@code @Priority} in its module's test folder.
 */
public final class Application implements BeforeAllCallback, AfterAllCallback {

  private final Databases databases;
  private final JtaTransactions transactions = new JtaTransactions();
  private final Wiring wiring;
  private WeldContainer container;

  private Application(Databases databases) {
    this.databases = databases;
    this.wiring = new Wiring(databases, transactions);
  }

  /** With databases of the named domains; other beans must not be asked for data. */
  public static Application on(String... domains) {
    return new Application(Databases.of(domains));
  }

  /** The database of a domain, past all beans. */
  public TestDatabase database(String domain) {
    return databases.get(domain);
  }

  /** The database of a domain as beans have it: within a transaction, its part in it. */
  public DataSource dataSource(String domain) {
    return wiring.dataSource(domain);
  }

  /** The transactions that {@link #inTransaction} runs. */
  public TransactionSynchronizationRegistry synchronizations() {
    return transactions.registry();
  }

  /** The bean of this type. */
  public <T> T bean(Class<T> type, Annotation... qualifiers) {
    return container.select(type, qualifiers).get();
  }

  /** Fires an event to the beans that observe it. */
  public void fire(Object event) {
    container.event().fire(event);
  }

  /** Runs work in one JTA transaction over all databases; rolls back if it fails. */
  public <T> T inTransaction(Supplier<T> work) {
    TransactionManager manager = transactions.manager();
    try {
      manager.begin();
      T result;
      try {
        result = work.get();
      } catch (RuntimeException | Error e) {
        manager.rollback();
        throw e;
      }
      manager.commit();
      return result;
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for work without a result. */
  public void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    databases.beforeAll(context);
    container =
        new Weld(context.getRequiredTestClass().getName())
            .addBeanDefiningAnnotations(Stateless.class)
            .addExtension(new StatelessBeans())
            .addServices(new Resources(wiring), new PersistenceContexts(wiring), transactions)
            .property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false)
            .initialize();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    container.close();
    databases.afterAll(context);
  }
}
