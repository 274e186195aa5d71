package org.orderly.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orderly.liquibase.Migrations;

/** Which parts are started here and which are outside, on which ports and with which secrets. */
final class Plan {
  private final Settings settings;
  private final DataFolder folder;
  private final Ports ports;
  private final AdminCredentials admin;
  private final ServerEnvironment environment;
  private final Postgres postgres;
  private final Redis redis;
  private final Broker broker;
  private final BrokerAccount brokerAccount;
  private final int port;
  private final int mailboxPort;

  Plan(Settings settings, DataFolder folder) {
    this.settings = settings;
    this.folder = folder;
    this.ports = new Ports(folder);
    this.port = settings.port() == 0 ? ports.of("server") : requireFree(settings.port());
    Secrets secrets = new Secrets(folder);
    Unpacked unpacked = new Unpacked(settings.distribution());
    this.admin = AdminCredentials.ensure(settings, folder, secrets);
    this.environment = new ServerEnvironment(settings);
    boolean ownPostgres = Migrations.DATABASES.stream().anyMatch(d -> outside(d).isEmpty());
    this.postgres =
        ownPostgres ? new Postgres(folder, secrets, unpacked, ports.of("postgres")) : null;
    boolean ownRedis = settings.variable("ORDERLY_REDIS_URL").isEmpty();
    this.redis = ownRedis ? new Redis(folder, secrets, unpacked, ports.of("redis")) : null;
    boolean ownBroker = settings.variable("ORDERLY_BROKER_URL").isEmpty();
    this.broker =
        ownBroker ? new Broker(folder, secrets, settings.distribution(), ports.of("broker")) : null;
    this.brokerAccount = ownBroker ? broker.account() : brokerOutside();
    this.mailboxPort = ownMailbox() ? ports.of("mailbox") : 0;
    describe();
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
    environment.keys(SigningKeys.ensure(folder));
    environment.shop(admin, url().toString(), instance());
  }

  /** A name that is this instance's alone, for good: transactions are found again by it. */
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
    List<String> here = new ArrayList<>();
    for (String domain : Migrations.DATABASES) {
      outside(domain).ifPresentOrElse(databases::add, () -> here.add(domain));
    }
    if (postgres != null) {
      databases.addAll(postgres.databases(here));
    }
    databases.forEach(environment::database);
    return databases;
  }

  /** To be asked after {@link #databases()}: the server is told where they are. */
  Server server() {
    return new Server(settings, folder, port, environment);
  }

  Postgres postgres() {
    return postgres;
  }

  Redis redis() {
    return redis;
  }

  Broker broker() {
    return broker;
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
    return environment.all();
  }

  URI url() {
    return URI.create(Settings.urlOn(port));
  }
}
