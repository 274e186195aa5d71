package org.orderly.web.operations;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.orderly.cart.Carts;
import org.orderly.kernel.UserId;

/** The dependencies of the health check, each with a query that only a working one answers. */
@ApplicationScoped
class HealthDependencies {

  static final String REDIS = "redis";
  static final String BROKER = "broker";

  private static final List<String> DOMAINS =
      List.of("identity", "catalog", "inventory", "ordering", "payment", "notification");

  private final Map<String, DependencyCheck<Boolean>> probes = new LinkedHashMap<>();
  private final ManagedExecutorService executor;

  @Inject
  HealthDependencies(Carts carts) throws NamingException {
    this.executor = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    for (String domain : DOMAINS) {
      DataSource database = InitialContext.doLookup("jdbc/" + domain);
      add(database(domain), () -> answers(database));
    }
    ConnectionFactory broker = InitialContext.doLookup("jms/orderly");
    add(BROKER, () -> answers(broker));
    // nobody has this id, so this reads what is not there, through everything that carts go through
    add(REDIS, () -> carts.of(UserId.newId()).lines().isEmpty());
  }

  static String database(String domain) {
    return "database-" + domain;
  }

  /** Whether a part answers; asks all of them at once, so that waiting for many is for one. */
  boolean isReachable(String part) {
    probes.values().forEach(DependencyCheck::ask);
    return probes.get(part).answer().orElse(false);
  }

  private void add(String part, Callable<Boolean> question) {
    probes.put(part, new DependencyCheck<>(part, question, executor, System::nanoTime));
  }

  private static boolean answers(DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) DependencyCheck.PATIENCE.toSeconds());
      return statement.execute("select 1");
    }
  }

  /** A connection may come from the pool; ending a transaction goes to the broker and back. */
  private static boolean answers(ConnectionFactory broker) throws JMSException {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      session.rollback();
      return true;
    }
  }
}
