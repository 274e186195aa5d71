package org.orderly.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.orderly.liquibase.MigrationFailed;
import org.orderly.liquibase.Migrations;

/**
 * All of Orderly on one machine: the parts that this process has started, and where they are.
 *
 * <p>Parts that the settings' environment names elsewhere are checked and left alone. Closing stops
 * everything in order; data stay.
 */
public final class Machine implements AutoCloseable {
  private final Settings settings;
  private final Console console;
  private final DataFolder folder;
  private final Map<Part, Supervised> parts = new TreeMap<>();
  private FileChannel lock;
  private Mailbox mailbox;
  private Plan plan;
  private volatile boolean closed;
  private final Thread atExit = new Thread(this::close, "stop");

  Machine(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
    this.folder = new DataFolder(settings.dataDir());
  }

  /**
   * Starts everything without a word on the terminal; returns when the server is ready. Whatever
   * ends this process in order, also in between, stops the parts first.
   *
   * @throws LaunchFailure when a part does not start; nothing is left running then
   */
  public static Machine start(Settings settings) {
    Machine machine = new Machine(settings, Console.quiet());
    Runtime.getRuntime().addShutdownHook(machine.atExit);
    try {
      machine.open();
      return machine;
    } catch (RuntimeException e) {
      machine.close();
      throw e;
    }
  }

  void open() {
    folder.open();
    try {
      lock = folder.lock();
    } catch (IOException e) {
      throw new LaunchFailure("The data folder " + folder.root() + " cannot be locked: " + e);
    }
    Leftovers.stop(folder, console);
    plan = new Plan(settings, folder);
    plan.checkOutside();
    openMailbox();
    CompletableFuture<Void> databases =
        CompletableFuture.runAsync(this::openDatabases, Supervised.THREADS);
    CompletableFuture<Void> redis = startIfHere(plan.redis());
    CompletableFuture<Void> broker = startIfHere(plan.broker());
    CompletableFuture<Void> sandbox = startIfHere(plan.sandbox());
    await(databases);
    CompletableFuture<Void> shop = startAll(plan.servers());
    await(redis);
    await(broker);
    await(sandbox);
    await(shop);
    folder.write("run/url", url() + "\n");
  }

  private void openMailbox() {
    if (plan.ownMailbox()) {
      mailbox = new Mailbox(mailboxFolder(), plan.mailboxPort());
      mailbox.open();
    }
  }

  private void openDatabases() {
    await(startAll(plan.postgres()));
    Instant begin = Instant.now();
    console.begin("Databases");
    List<Database> databases = plan.databases();
    Map<String, Migrations.Target> targets = new java.util.HashMap<>();
    databases.forEach(database -> targets.put(database.domain(), database.target()));
    try {
      List<String> changed = Migrations.migrate(targets);
      String outcome = changed.isEmpty() ? "up to date" : "migrated " + changed.size();
      console.step("Databases", outcome, Duration.between(begin, Instant.now()));
    } catch (MigrationFailed e) {
      throw new LaunchFailure(e.getMessage());
    }
  }

  private CompletableFuture<Void> startIfHere(Service service) {
    return startAll(service == null ? List.of() : List.of(service));
  }

  /** At once; completes when all are ready. */
  private CompletableFuture<Void> startAll(List<? extends Service> services) {
    return CompletableFuture.allOf(
        services.stream()
            .map(this::add)
            .map(part -> CompletableFuture.runAsync(part::start, Supervised.THREADS))
            .toArray(CompletableFuture[]::new));
  }

  private Supervised add(Service service) {
    synchronized (parts) {
      if (closed) {
        throw new LaunchFailure("Stopped while starting.");
      }
      Supervised part = new Supervised(service, console);
      parts.put(service.part(), part);
      return part;
    }
  }

  private static <T> T await(CompletableFuture<T> step) {
    try {
      return step.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Where the shop answers; ends with a slash. */
  public URI url() {
    return urls().get(0);
  }

  /** Where each instance answers, the first one first; each ends with a slash. */
  public List<URI> urls() {
    return plan.urls();
  }

  /** The parts that this process has started, those first that the others need. */
  public List<Part> parts() {
    synchronized (parts) {
      return List.copyOf(parts.keySet());
    }
  }

  /** What a part writes; the file of the start before has the ending {@code .1} more. */
  public Path log(Part part) {
    return part(part).service().log().path();
  }

  /**
   * What the first instance was told by its environment: among others the {@code ORDERLY_DB_*}
   * addresses, users and passwords, {@code ORDERLY_REDIS_URL} and {@code ORDERLY_BROKER_*}. Holds
   * secrets.
   */
  public Map<String, String> environment() {
    return plan.environment();
  }

  /** Who may administer the shop. */
  public AdminCredentials admin() {
    return plan.admin();
  }

  /** Where mails are delivered as {@code .eml} files, unless a mail server outside was named. */
  public Path mailboxFolder() {
    return folder.folder("mailbox");
  }

  /** The process that does this part's work, for a drill that measures or pauses it. */
  public long pid(Part part) {
    return part(part).service().pid();
  }

  /** The part ends without being asked, as in a crash; it is started again after a moment. */
  public void kill(Part part) {
    part(part).kill();
  }

  /** The part ends without being asked, and is gone; it stays down until {@link #start(Part)}. */
  public void crash(Part part) {
    part(part).crash();
  }

  /** The part stands still without knowing it, until {@link #resume(Part)}. */
  public void pause(Part part) {
    part(part).service().child().pause();
  }

  /** A part that was paused goes on. */
  public void resume(Part part) {
    part(part).service().child().resume();
  }

  /** Stops one part in order; it stays down until {@link #start(Part)}. */
  public void stop(Part part) {
    part(part).stop();
  }

  /**
   * Starts a part that was stopped or crashed and returns when it is ready.
   *
   * @throws LaunchFailure when it does not get ready; it is down then
   */
  public void start(Part part) {
    part(part).start();
  }

  private Supervised part(Part part) {
    synchronized (parts) {
      Supervised supervised = parts.get(part);
      if (supervised == null) {
        throw new IllegalArgumentException(part.title() + " was not started here");
      }
      return supervised;
    }
  }

  void trimLogs() {
    running().forEach(part -> part.service().log().trim());
  }

  void tidyKeys() {
    SigningKeys.of(settings).tidy(console);
  }

  /** Whether everything was stopped on purpose, so that a part that is missing is no failure. */
  boolean isClosed() {
    return closed;
  }

  private List<Supervised> running() {
    synchronized (parts) {
      return List.copyOf(parts.values());
    }
  }

  /** Stops the server first and the databases last; calling it again does nothing. */
  @Override
  public void close() {
    synchronized (parts) {
      closed = true;
    }
    Map<Part.Kind, List<Supervised>> lastFirst = new TreeMap<>(Comparator.reverseOrder());
    running()
        .forEach(
            part ->
                lastFirst
                    .computeIfAbsent(part.service().part().kind(), kind -> new ArrayList<>())
                    .add(part));
    lastFirst.values().forEach(alike -> alike.parallelStream().forEach(this::stop));
    synchronized (parts) {
      parts.clear();
    }
    closeRest();
  }

  private void stop(Supervised part) {
    Instant begin = Instant.now();
    part.retire();
    console.step(part.service().part().title(), "stopped", Duration.between(begin, Instant.now()));
  }

  private void closeRest() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // It is what runs now.
    }
    try {
      if (mailbox != null) {
        mailbox.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
