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
import org.orderly.liquibase.MigrationFailed;
import org.orderly.liquibase.Migrations;
import org.orderly.server.component.Component;
import org.orderly.server.component.LaunchConsole;
import org.orderly.server.component.StartedComponent;
import org.orderly.server.component.SupervisedComponent;
import org.orderly.server.keys.SigningKeyStore;
import org.orderly.server.setup.AdminCredentials;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

/**
 * The local stack, all of Orderly on one machine: the parts that this process has started, and
 * where they are.
 *
 * <p>Parts that the settings' environment names elsewhere are checked and left alone. Closing stops
 * everything in order; data stay.
 */
public final class LocalStack implements AutoCloseable {
  private final LaunchSettings launchSettings;
  private final LaunchConsole launchConsole;
  private final DataFolder folder;
  private final Map<Component, SupervisedComponent> parts = new TreeMap<>();
  private FileChannel lock;
  private MailCatcher mailCatcher;
  private StackPlan stackPlan;
  private volatile boolean closed;
  private final Thread atExit = new Thread(this::close, "stop");

  LocalStack(LaunchSettings launchSettings, LaunchConsole launchConsole) {
    this.launchSettings = launchSettings;
    this.launchConsole = launchConsole;
    this.folder = new DataFolder(launchSettings.dataDir());
  }

  /**
   * Starts everything without a word on the terminal; returns when the server is ready. Whatever
   * ends this process in order, also in between, stops the parts first.
   *
   * @throws LaunchFailure when a part does not start; nothing is left running then
   */
  public static LocalStack start(LaunchSettings launchSettings) {
    LocalStack localStack = new LocalStack(launchSettings, LaunchConsole.quiet());
    Runtime.getRuntime().addShutdownHook(localStack.atExit);
    try {
      localStack.open();
      return localStack;
    } catch (RuntimeException e) {
      localStack.close();
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
    StaleProcesses.stop(folder, launchConsole);
    stackPlan = new StackPlan(launchSettings, folder);
    stackPlan.checkOutside();
    openMailbox();
    CompletableFuture<Void> databases =
        CompletableFuture.runAsync(this::openDatabases, SupervisedComponent.THREADS);
    CompletableFuture<Void> redis = startIfHere(stackPlan.redis());
    CompletableFuture<Void> broker = startIfHere(stackPlan.broker());
    CompletableFuture<Void> sandbox = startIfHere(stackPlan.sandbox());
    SupervisedComponent.await(databases);
    CompletableFuture<Void> shop = startAll(stackPlan.servers());
    SupervisedComponent.await(redis);
    SupervisedComponent.await(broker);
    SupervisedComponent.await(sandbox);
    SupervisedComponent.await(shop);
    folder.write("run/url", url() + "\n");
  }

  private void openMailbox() {
    if (stackPlan.ownMailbox()) {
      mailCatcher = new MailCatcher(mailboxFolder(), stackPlan.mailboxPort());
      mailCatcher.open();
    }
  }

  private void openDatabases() {
    SupervisedComponent.await(startAll(stackPlan.postgres()));
    Instant begin = Instant.now();
    launchConsole.begin("Databases");
    try {
      List<String> changed = Migrations.migrate(stackPlan.databases());
      String outcome = changed.isEmpty() ? "up to date" : "migrated " + changed.size();
      launchConsole.step("Databases", outcome, Duration.between(begin, Instant.now()));
    } catch (MigrationFailed e) {
      throw new LaunchFailure(e.getMessage());
    }
  }

  private CompletableFuture<Void> startIfHere(StartedComponent startedComponent) {
    return startAll(startedComponent == null ? List.of() : List.of(startedComponent));
  }

  /** At once; completes when all are ready. */
  private CompletableFuture<Void> startAll(List<? extends StartedComponent> services) {
    return SupervisedComponent.startAll(services.stream().map(this::add).toList());
  }

  private SupervisedComponent add(StartedComponent startedComponent) {
    synchronized (parts) {
      if (closed) {
        throw new LaunchFailure("Stopped while starting.");
      }
      SupervisedComponent component = new SupervisedComponent(startedComponent, launchConsole);
      parts.put(startedComponent.part(), component);
      return component;
    }
  }

  /** Where the shop answers; ends with a slash. */
  public URI url() {
    return urls().get(0);
  }

  /** Where each instance answers, the first one first; each ends with a slash. */
  public List<URI> urls() {
    return stackPlan.urls();
  }

  /** The parts that this process has started, those first that the others need. */
  public List<Component> parts() {
    synchronized (parts) {
      return List.copyOf(parts.keySet());
    }
  }

  /** What a part writes; the file of the start before has the ending {@code .1} more. */
  public Path log(Component component) {
    return part(component).service().log().path();
  }

  /**
   * What the first instance was told by its environment: among others the {@code ORDERLY_DB_*}
   * addresses, users and passwords, {@code ORDERLY_REDIS_URL} and {@code ORDERLY_BROKER_*}. Holds
   * secrets.
   */
  public Map<String, String> environment() {
    return stackPlan.environment();
  }

  /** Who may administer the shop. */
  public AdminCredentials admin() {
    return stackPlan.admin();
  }

  /** Where mails are delivered as {@code .eml} files, unless a mail server outside was named. */
  public Path mailboxFolder() {
    return folder.folder("mailbox");
  }

  /** The process that does this part's work, for a drill that measures or pauses it. */
  public long pid(Component component) {
    return part(component).service().pid();
  }

  /** The part ends without being asked, as in a crash; it is started again after a moment. */
  public void kill(Component component) {
    part(component).kill();
  }

  /**
   * The part ends without being asked, and is gone; it stays down until {@link #start(Component)}.
   */
  public void crash(Component component) {
    part(component).crash();
  }

  /** The part stands still without knowing it, until {@link #resume(Component)}. */
  public void pause(Component component) {
    part(component).service().child().pause();
  }

  /** A part that was paused goes on. */
  public void resume(Component component) {
    part(component).service().child().resume();
  }

  /** Stops one part in order; it stays down until {@link #start(Component)}. */
  public void stop(Component component) {
    part(component).stop();
  }

  /**
   * Starts a part that was stopped or crashed and returns when it is ready.
   *
   * @throws LaunchFailure when it does not get ready; it is down then
   */
  public void start(Component component) {
    part(component).start();
  }

  private SupervisedComponent part(Component component) {
    synchronized (parts) {
      SupervisedComponent supervisedComponent = parts.get(component);
      if (supervisedComponent == null) {
        throw new IllegalArgumentException(component.title() + " was not started here");
      }
      return supervisedComponent;
    }
  }

  void trimLogs() {
    running().forEach(component -> component.service().log().trim());
  }

  void tidyKeys() {
    SigningKeyStore.of(launchSettings).tidy(launchConsole);
  }

  /** Whether everything was stopped on purpose, so that a part that is missing is no failure. */
  boolean isClosed() {
    return closed;
  }

  private List<SupervisedComponent> running() {
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
    Map<Component.Kind, List<SupervisedComponent>> lastFirst =
        new TreeMap<>(Comparator.reverseOrder());
    running()
        .forEach(
            component ->
                lastFirst
                    .computeIfAbsent(component.service().part().kind(), kind -> new ArrayList<>())
                    .add(component));
    lastFirst.values().forEach(alike -> alike.parallelStream().forEach(this::stop));
    synchronized (parts) {
      parts.clear();
    }
    closeRest();
  }

  private void stop(SupervisedComponent component) {
    Instant begin = Instant.now();
    component.retire();
    launchConsole.step(
        component.service().part().title(), "stopped", Duration.between(begin, Instant.now()));
  }

  private void closeRest() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // It is what runs now.
    }
    try {
      if (mailCatcher != null) {
        mailCatcher.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
