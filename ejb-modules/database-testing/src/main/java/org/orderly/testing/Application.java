package org.orderly.testing;

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
 * <p>Beans are found as in the server, by each module's {@code beans.xml}, and are the same for all
 * test classes of a module. Threads, timers and message-driven beans do not run. A test replaces a
 * bean by an {@code @Alternative} with a {@code @Priority} in its module's test folder.
 */
public final class Application implements BeforeAllCallback, AfterAllCallback {

  private final DomainDatabases domainDatabases;
  private RunningBeans beans;

  private Application(DomainDatabases domainDatabases) {
    this.domainDatabases = domainDatabases;
  }

  /** With databases of the named domains; other beans must not be asked for data. */
  public static Application on(String... domains) {
    return new Application(DomainDatabases.of(domains));
  }

  /** The database of a domain, past all beans. */
  public TestDatabase database(String domain) {
    return domainDatabases.get(domain);
  }

  /** The database of a domain as beans have it: within a transaction, its part in it. */
  public DataSource dataSource(String domain) {
    return beans.wiring().dataSource(domain);
  }

  /** The transactions that {@link #inTransaction} runs. */
  public TransactionSynchronizationRegistry synchronizations() {
    return beans.transactions().registry();
  }

  /** The bean of this type. */
  public <T> T bean(Class<T> type, Annotation... qualifiers) {
    return beans.container().select(type, qualifiers).get();
  }

  /** Fires an event to the beans that observe it. */
  public void fire(Object event) {
    beans.container().event().fire(event);
  }

  /** Runs work in one JTA transaction over all databases; rolls back if it fails. */
  public <T> T inTransaction(Supplier<T> work) {
    TransactionManager manager = beans.transactions().manager();
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
    domainDatabases.beforeAll(context);
    beans =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(RunningBeans.class, key -> new RunningBeans(), RunningBeans.class);
    beans.wiring().use(domainDatabases);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    domainDatabases.afterAll(context);
  }
}
