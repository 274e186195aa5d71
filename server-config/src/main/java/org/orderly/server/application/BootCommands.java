package org.orderly.server.application;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orderly.liquibase.Migrations;

/**
 * What the server is told before it opens its applications: where it listens, its transaction
 * service, its pools and its way to the broker. Secrets are named, never written: the server reads
 * them from its environment.
 */
final class BootCommands {
  /** Where transactions over several databases are decided. */
  private static final String DECISION = "ordering";

  /** What shoppers read. */
  private static final String READ = "catalog";

  private static final String DECISION_SOURCE = "org.orderly.commit.DecisionDataSource";
  private static final String MEMBER_SOURCE = "org.orderly.commit.MemberDataSource";

  private static final String COMMAND_PREFIX = "COMMAND_";
  private static final String SERVER = "configs.config.server-config.";
  private static final String TRANSACTIONS = SERVER + "transaction-service.";
  private static final String HTTP = SERVER + "network-config.network-listeners.network-listener.";
  private static final String PROTOCOL =
      SERVER + "network-config.protocols.protocol.http-listener.http.";
  private static final String TRANSPORT = SERVER + "network-config.transports.transport.tcp.";
  private static final String THREADS = SERVER + "thread-pools.thread-pool.http-thread-pool.";

  /** To fail all with one would close those of transactions under way, over and over. */
  private static final String VALIDATION =
      "--isconnectvalidatereq true --validationmethod custom-validation"
          + " --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
          + " --validateatmostonceperiod 1 --failconnection false";

  private BootCommands() {}

  static String beforeBoot(String address, String transactionLog) {
    return lines(
        List.of(
            "set " + HTTP + "http-listener.address=" + address,
            // without the application it would tell everybody that nothing of it exists
            "set " + HTTP + "http-listener.enabled=false",
            "set " + SERVER + "hazelcast-config-specific-configuration.enabled=false",
            "set " + SERVER + "monitoring-service.monitoring-enabled=false",
            // /openapi is ours (ADR 4): the server's would read every class of the application at
            // the first request, for half a minute under a lock, and then lose half the document
            "set-openapi-configuration --enabled=false --virtualServers=none",
            // the front door writes its own headers, and tells nobody what is behind it
            "set " + PROTOCOL + "server-header=false",
            "set " + PROTOCOL + "xframe-options=false",
            "set " + PROTOCOL + "trace-enabled=false",
            // each stream of a connection could hold a thread that waits for the client's window
            "set " + PROTOCOL + "http2-enabled=false",
            "set " + PROTOCOL + "header-buffer-length-bytes=16384",
            "set " + PROTOCOL + "max-request-headers=100",
            "set " + PROTOCOL + "timeout-seconds=30",
            // how long a thread waits for a client's next bytes; a whole body has a limit too
            "set " + TRANSPORT + "read-timeout-millis=5000",
            "set " + TRANSPORT + "write-timeout-millis=3000",
            // who deletes an account or a second factor sends the password along
            "set " + PROTOCOL + "allow-payload-for-undefined-http-methods=true",
            "set " + THREADS + "max-thread-pool-size=64",
            "set " + THREADS + "max-queue-size=1024",
            "set " + TRANSACTIONS + "tx-log-dir=" + transactionLog,
            "set " + TRANSACTIONS + "timeout-in-seconds=30",
            // the decision table and the resolver take the place of the server's log and recovery
            "set " + TRANSACTIONS + "automatic-recovery=false",
            "set " + TRANSACTIONS + "property.disable-distributed-transaction-logging=true",
            "set " + TRANSACTIONS + "property.xa-servername=${ENV=ORDERLY_INSTANCE}"));
  }

  static String afterBoot(String resourceAdapter) {
    StringBuilder commands = new StringBuilder();
    Migrations.DATABASES.forEach(domain -> commands.append(pool(domain)));
    return commands.append(lines(broker(resourceAdapter))).toString();
  }

  /** Opens the doors. */
  static String afterDeployment() {
    return "set " + HTTP + "http-listener.enabled=true\n";
  }

  private static String pool(String domain) {
    String variable = "ORDERLY_DB_" + domain.toUpperCase(Locale.ROOT);
    String properties =
        String.join(
            ":",
            "url=" + named(variable + "_URL"),
            "user=" + named(variable + "_USER"),
            "password=" + named(variable + "_PASSWORD"),
            // who holds a lock or a transaction is then seen in the database
            "applicationName=${ENV=ORDERLY_INSTANCE}",
            "connectTimeout=2",
            "socketTimeout=15",
            "tcpKeepAlive=true",
            // else exceptions quote rows: what is in them goes into no log
            "logServerErrorDetail=false");
    String options =
        String.join(
            " ",
            "--datasourceclassname " + (domain.equals(DECISION) ? DECISION_SOURCE : MEMBER_SOURCE),
            "--restype javax.sql.XADataSource",
            "--steadypoolsize 2 --maxpoolsize 32 --poolresize 4 --maxwait 10000",
            VALIDATION,
            "--property " + properties);
    return lines(resource(domain, options)) + (domain.equals(READ) ? readPool(properties) : "");
  }

  /** Shoppers read from connections of their own, which checkouts and edits cannot take. */
  private static String readPool(String properties) {
    String options =
        String.join(
            " ",
            "--datasourceclassname org.postgresql.ds.PGConnectionPoolDataSource",
            "--restype javax.sql.ConnectionPoolDataSource --nontransactionalconnections true",
            "--steadypoolsize 2 --maxpoolsize 16 --poolresize 2 --maxwait 5000",
            VALIDATION,
            "--property " + properties + ":readOnly=true");
    return lines(resource(READ + "-reads", options));
  }

  private static List<String> resource(String pool, String options) {
    return List.of(
        "create-jdbc-connection-pool " + options + " " + pool,
        "create-jdbc-resource --connectionpoolid " + pool + " jdbc/" + pool);
  }

  private static List<String> broker(String resourceAdapter) {
    String connection =
        String.join(
            ":",
            "UserName=" + named("ORDERLY_BROKER_USER"),
            "Password=" + named("ORDERLY_BROKER_PASSWORD"));
    String place =
        "ConnectionParameters=host\\="
            + named("ORDERLY_BROKER_HOST")
            + "\\;port\\="
            + named("ORDERLY_BROKER_PORT");
    return List.of(
        "create-resource-adapter-config --property " + connection + ":" + place + " artemis-ra",
        "deploy --name artemis-ra " + resourceAdapter,
        "create-connector-connection-pool --raname artemis-ra"
            + " --connectiondefinition jakarta.jms.ConnectionFactory"
            + " --steadypoolsize 1 --maxpoolsize 32 --maxwait 5000"
            + " --transactionsupport XATransaction --property "
            + connection
            + " orderly-broker",
        "create-connector-resource --poolname orderly-broker jms/orderly");
  }

  /**
   * A value that the server takes from its environment, in the form in which it may stand in a
   * command. The server puts it in before it reads the command: see {@link #escaped}.
   */
  private static String named(String variable) {
    return "${ENV=" + COMMAND_PREFIX + variable + "}";
  }

  /** The environment once more, under other names and with the commands' own signs escaped. */
  static Map<String, String> escaped(Map<String, String> environment) {
    Map<String, String> escaped = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("ORDERLY_DB_") || name.startsWith("ORDERLY_BROKER_")) {
            escaped.put(COMMAND_PREFIX + name, value.replaceAll("[\\\\:=;]", "\\\\$0"));
          }
        });
    return escaped;
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
