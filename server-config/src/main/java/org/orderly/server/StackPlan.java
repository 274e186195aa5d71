package org.orderly.server;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orderly.liquibase.Migrations;
import org.orderly.server.application.ApplicationServer;
import org.orderly.server.component.Component;
import org.orderly.server.component.UnpackedPrograms;
import org.orderly.server.keys.SigningKeyStore;
import org.orderly.server.setup.AdminCredentials;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;
import org.orderly.server.setup.StackSecrets;

/**
 * The stack plan: which components are started here and which are external, on which ports and with
 * which secrets.
 */
final class StackPlan {
  private final LaunchSettings launchSettings;
  private final DataFolder folder;
  private final Ports ports;
  private final AdminCredentials admin;
  private final ServerEnvironment environment;
  private final List<PostgresServer> postgres;
  private final RedisServer redisServer;
  private final BrokerServer brokerServer;
  private final BrokerAccount brokerAccount;
  private final SandboxServer sandboxServer;
  private final List<Integer> serverPorts;
  private final int mailboxPort;

  StackPlan(LaunchSettings launchSettings, DataFolder folder) {
    this.launchSettings = launchSettings;
    this.folder = folder;
    this.ports = new Ports(folder);
    // without an instance here, the address of the one that is started elsewhere
    int addresses = Math.max(1, launchSettings.instances());
    this.serverPorts = IntStream.rangeClosed(1, addresses).mapToObj(this::port).toList();
    StackSecrets stackSecrets = new StackSecrets(folder);
    UnpackedPrograms unpackedPrograms = new UnpackedPrograms(launchSettings.distribution());
    this.admin = AdminCredentials.ensure(launchSettings, folder, stackSecrets);
    this.environment = new ServerEnvironment(launchSettings);
    this.postgres =
        here().stream()
            .map(this::serverOf)
            .distinct()
            .map(
                part ->
                    new PostgresServer(
                        part, folder, stackSecrets, unpackedPrograms, ports.of(part.key())))
            .toList();
    boolean ownRedis = launchSettings.variable("ORDERLY_REDIS_URL").isEmpty();
    this.redisServer =
        ownRedis
            ? new RedisServer(folder, stackSecrets, unpackedPrograms, ports.of("redis"))
            : null;
    boolean ownBroker = launchSettings.variable("ORDERLY_BROKER_URL").isEmpty();
    this.brokerServer =
        ownBroker
            ? new BrokerServer(
                folder, stackSecrets, launchSettings.distribution(), ports.of("broker"))
            : null;
    this.brokerAccount = ownBroker ? brokerServer.account() : brokerOutside();
    this.sandboxServer =
        ownSandbox()
            ? new SandboxServer(launchSettings, folder, stackSecrets, ports, urls())
            : null;
    this.mailboxPort = ownMailbox() ? ports.of("mailbox") : 0;
    environment.secretKey(stackSecrets.of("secret-key"));
    describe();
  }

  private int port(int instance) {
    return launchSettings.port() == 0
        ? ports.of(Component.server(instance).key())
        : requireFree(launchSettings.port() + instance - 1);
  }

  private static int requireFree(int port) {
    if (!Ports.isFree(port)) {
      throw new LaunchFailure(
          "Port " + port + " is taken by another program. Choose another one with --port.");
    }
    return port;
  }

  private void describe() {
    environment.broker(brokerAccount);
    if (redisServer != null) {
      environment.redis(redisServer.url());
    }
    if (ownMailbox()) {
      environment.mailbox(mailboxPort);
    }
    if (sandboxServer != null) {
      environment.sandbox(sandboxServer);
    }
    environment.keys(SigningKeyStore.of(launchSettings).ensure(Instant.now()));
    environment.shop(admin, urls().get(0).toString(), instance());
  }

  /** The domains whose databases are here. */
  private List<String> here() {
    return Migrations.DATABASES.stream().filter(domain -> outside(domain).isEmpty()).toList();
  }

  private Component serverOf(String domain) {
    return launchSettings.apart().contains(domain)
        ? Component.postgres(domain)
        : Component.POSTGRES;
  }

  /** A name that is the first instance's alone, for good: transactions are found again by it. */
  private String instance() {
    var file = folder.path("instance");
    try {
      if (!java.nio.file.Files.exists(file)) {
        folder.write("instance", "orderly-" + UUID.randomUUID().toString().substring(0, 8) + "\n");
      }
      return java.nio.file.Files.readString(file).strip();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Optional<DatabaseSettings> outside(String domain) {
    return launchSettings
        .variable(DatabaseSettings.variable(domain, "URL"))
        .map(
            url ->
                new DatabaseSettings(
                    domain, url, given(domain, "USER"), given(domain, "PASSWORD")));
  }

  private String given(String domain, String what) {
    return launchSettings.variable(DatabaseSettings.variable(domain, what)).orElse("");
  }

  private BrokerAccount brokerOutside() {
    BrokerAccount account =
        new BrokerAccount(
            launchSettings.variable("ORDERLY_BROKER_URL").orElseThrow(),
            launchSettings.variable("ORDERLY_BROKER_USER").orElse(""),
            launchSettings.variable("ORDERLY_BROKER_PASSWORD").orElse(""));
    account.requireForm();
    return account;
  }

  /**
   * Finds out in seconds, before anything is started, whether the parts outside let us in.
   *
   * @throws LaunchFailure naming the part and what to set
   */
  void checkOutside() {
    GatewayChoice.check(launchSettings);
    launchSettings.variable("ORDERLY_REDIS_URL").ifPresent(RedisConnection::check);
    if (brokerServer == null) {
      brokerAccount.check();
    }
    for (String domain : Migrations.DATABASES) {
      outside(domain).ifPresent(DatabaseSettings::check);
    }
  }

  /** Where the six databases are, by domain; those here are made if missing. */
  Map<String, Migrations.Target> databases() {
    List<DatabaseSettings> databases = new ArrayList<>();
    Migrations.DATABASES.forEach(domain -> outside(domain).ifPresent(databases::add));
    for (PostgresServer server : postgres) {
      databases.addAll(
          server.databases(
              here().stream().filter(domain -> serverOf(domain).equals(server.part())).toList()));
    }
    databases.forEach(environment::database);
    return databases.stream()
        .collect(Collectors.toMap(DatabaseSettings::domain, DatabaseSettings::target));
  }

  /** To be asked after {@link #databases()}: the servers are told where they are. */
  List<ApplicationServer> servers() {
    return IntStream.rangeClosed(1, launchSettings.instances()).mapToObj(this::server).toList();
  }

  private ApplicationServer server(int instance) {
    int port = serverPorts.get(instance - 1);
    return new ApplicationServer(
        Component.server(instance), launchSettings, folder, port, environment.of(instance));
  }

  /** In the order in which their domains are named; none when all databases are outside. */
  List<PostgresServer> postgres() {
    return postgres;
  }

  RedisServer redis() {
    return redisServer;
  }

  BrokerServer broker() {
    return brokerServer;
  }

  /** {@code null} if payments go elsewhere, or nowhere. */
  SandboxServer sandbox() {
    return sandboxServer;
  }

  private boolean ownSandbox() {
    return GatewayChoice.isSandbox(launchSettings)
        && launchSettings.variable("ORDERLY_SANDBOX_URL").isEmpty();
  }

  boolean ownMailbox() {
    return launchSettings.variable("ORDERLY_SMTP_HOST").isEmpty();
  }

  int mailboxPort() {
    return mailboxPort;
  }

  AdminCredentials admin() {
    return admin;
  }

  Map<String, String> environment() {
    return environment.of(1);
  }

  /** Where the instances answer. */
  List<URI> urls() {
    return serverPorts.stream().map(LaunchSettings::urlOn).map(URI::create).toList();
  }
}
