package org.orderly.server;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.orderly.liquibase.Migrations;

/** Which parts are started here and which are outside, on which ports and with which secrets. */
final class Plan {
  private final Settings settings;
  private final DataFolder folder;
  private final Ports ports;
  private final AdminCredentials admin;
  private final ServerEnvironment environment;
  private final List<Postgres> postgres;
  private final Redis redis;
  private final Broker broker;
  private final BrokerAccount brokerAccount;
  private final Sandbox sandbox;
  private final List<Integer> serverPorts;
  private final int mailboxPort;

  Plan(Settings settings, DataFolder folder) {
    this.settings = settings;
    this.folder = folder;
    this.ports = new Ports(folder);
    // without an instance here, the address of the one that is started elsewhere
    int addresses = Math.max(1, settings.instances());
    this.serverPorts = IntStream.rangeClosed(1, addresses).mapToObj(this::port).toList();
    Secrets secrets = new Secrets(folder);
    Unpacked unpacked = new Unpacked(settings.distribution());
    this.admin = AdminCredentials.ensure(settings, folder, secrets);
    this.environment = new ServerEnvironment(settings);
    this.postgres =
        here().stream()
            .map(this::serverOf)
            .distinct()
            .map(part -> new Postgres(part, folder, secrets, unpacked, ports.of(part.key())))
            .toList();
    boolean ownRedis = settings.variable("ORDERLY_REDIS_URL").isEmpty();
    this.redis = ownRedis ? new Redis(folder, secrets, unpacked, ports.of("redis")) : null;
    boolean ownBroker = settings.variable("ORDERLY_BROKER_URL").isEmpty();
    this.broker =
        ownBroker ? new Broker(folder, secrets, settings.distribution(), ports.of("broker")) : null;
    this.brokerAccount = ownBroker ? broker.account() : brokerOutside();
    this.sandbox = ownSandbox() ? new Sandbox(settings, folder, secrets, ports, urls()) : null;
    this.mailboxPort = ownMailbox() ? ports.of("mailbox") : 0;
    environment.secretKey(secrets.of("secret-key"));
    describe();
  }

  private int port(int instance) {
    return settings.port() == 0
        ? ports.of(Part.server(instance).key())
        : requireFree(settings.port() + instance - 1);
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
    if (redis != null) {
      environment.redis(redis.url());
    }
    if (ownMailbox()) {
      environment.mailbox(mailboxPort);
    }
    if (sandbox != null) {
      environment.sandbox(sandbox);
    }
    environment.keys(SigningKeys.of(settings).ensure(Instant.now()));
    environment.shop(admin, urls().get(0).toString(), instance());
  }

  /** The domains whose databases are here. */
  private List<String> here() {
    return Migrations.DATABASES.stream().filter(domain -> outside(domain).isEmpty()).toList();
  }

  private Part serverOf(String domain) {
    return settings.apart().contains(domain) ? Part.postgres(domain) : Part.POSTGRES;
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

  private Optional<Database> outside(String domain) {
    return settings
        .variable(Database.variable(domain, "URL"))
        .map(url -> new Database(domain, url, given(domain, "USER"), given(domain, "PASSWORD")));
  }

  private String given(String domain, String what) {
    return settings.variable(Database.variable(domain, what)).orElse("");
  }

  private BrokerAccount brokerOutside() {
    BrokerAccount account =
        new BrokerAccount(
            settings.variable("ORDERLY_BROKER_URL").orElseThrow(),
            settings.variable("ORDERLY_BROKER_USER").orElse(""),
            settings.variable("ORDERLY_BROKER_PASSWORD").orElse(""));
    account.requireForm();
    return account;
  }

  /**
   * Finds out in seconds, before anything is started, whether the parts outside let us in.
   *
   * @throws LaunchFailure naming the part and what to set
   */
  void checkOutside() {
    Gateway.check(settings);
    settings.variable("ORDERLY_REDIS_URL").ifPresent(RedisConnection::check);
    if (broker == null) {
      brokerAccount.check();
    }
    for (String domain : Migrations.DATABASES) {
      outside(domain).ifPresent(Database::check);
    }
  }

  /** All six; those here are made if missing. */
  List<Database> databases() {
    List<Database> databases = new ArrayList<>();
    Migrations.DATABASES.forEach(domain -> outside(domain).ifPresent(databases::add));
    for (Postgres server : postgres) {
      databases.addAll(
          server.databases(
              here().stream().filter(domain -> serverOf(domain).equals(server.part())).toList()));
    }
    databases.forEach(environment::database);
    return databases;
  }

  /** To be asked after {@link #databases()}: the servers are told where they are. */
  List<Server> servers() {
    return IntStream.rangeClosed(1, settings.instances()).mapToObj(this::server).toList();
  }

  private Server server(int instance) {
    int port = serverPorts.get(instance - 1);
    return new Server(Part.server(instance), settings, folder, port, environment.of(instance));
  }

  /** In the order in which their domains are named; none when all databases are outside. */
  List<Postgres> postgres() {
    return postgres;
  }

  Redis redis() {
    return redis;
  }

  Broker broker() {
    return broker;
  }

  /** {@code null} if payments go elsewhere, or nowhere. */
  Sandbox sandbox() {
    return sandbox;
  }

  private boolean ownSandbox() {
    return Gateway.isSandbox(settings) && settings.variable("ORDERLY_SANDBOX_URL").isEmpty();
  }

  boolean ownMailbox() {
    return settings.variable("ORDERLY_SMTP_HOST").isEmpty();
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
    return serverPorts.stream().map(Settings::urlOn).map(URI::create).toList();
  }
}
