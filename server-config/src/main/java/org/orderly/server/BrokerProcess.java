package org.orderly.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The program of the broker's own process: broker.xml with the address, the folder and the users of
 * the environment.
 */
final class BrokerProcess {
  static final String FOLDER = "ORDERLY_BROKER_DATA";
  static final String ADDRESS = "ORDERLY_BROKER_LISTEN";
  static final String USER = "ORDERLY_BROKER_USER";
  static final String PASSWORD = "ORDERLY_BROKER_PASSWORD";
  static final String ADMIN_PASSWORD = "ORDERLY_BROKER_ADMIN_PASSWORD";
  private static final String ADMIN = "admin";

  private BrokerProcess() {}

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("org.apache.activemq.audit").setLevel(Level.WARNING);
    ActiveMQServer server = server(System.getenv());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "stop"));
    server.start();
    if (!server.waitForActivation(1, TimeUnit.MINUTES)) {
      System.exit(1);
    }
    stopped.await();
  }

  static ActiveMQServer server(Map<String, String> environment) throws Exception {
    FileConfiguration configuration = new FileConfiguration();
    FileDeploymentManager files = new FileDeploymentManager("org/orderly/server/broker.xml");
    files.addDeployable(configuration);
    files.readConfiguration();
    configuration.setConfigurationFileRefreshPeriod(-1);
    Path folder = Path.of(environment.get(FOLDER));
    configuration.setBrokerInstance(folder.toFile());
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large-messages").toString());
    String protocols = "?protocols=CORE;tcpNoDelay=true;connectionsAllowed=500";
    configuration.addAcceptorConfiguration("jms", environment.get(ADDRESS) + protocols);
    return new ActiveMQServerImpl(configuration, security(environment));
  }

  private static ActiveMQJAASSecurityManager security(Map<String, String> environment) {
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser(environment.get(USER), environment.get(PASSWORD));
    users.addRole(environment.get(USER), "orderly-app");
    users.addUser(ADMIN, environment.get(ADMIN_PASSWORD));
    users.addRole(ADMIN, "orderly-admin");
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
  }

  private static void stop(ActiveMQServer server, CountDownLatch stopped) {
    try {
      server.stop();
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      stopped.countDown();
    }
  }
}
