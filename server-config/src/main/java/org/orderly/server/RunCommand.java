package org.orderly.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.server.cli.DataFolderOption;
import org.orderly.server.cli.PortNumber;
import org.orderly.server.cli.WholeNumber;
import org.orderly.server.component.LaunchConsole;
import org.orderly.server.component.StartProgress;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.LaunchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./orderly run}: starts everything, and ends when it is stopped. */
@Command(
    name = "run",
    description = {
      "Starts PostgreSQL, Redis, the broker, a sandbox for payments and the server on this machine,",
      "in the foreground; Ctrl-C stops them. The first start fills a sample shop unless --empty is",
      "given."
    })
final class RunCommand implements Runnable {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      converter = PortNumber.class,
      description = "where the shop answers on 127.0.0.1 (${DEFAULT-VALUE})")
  private int port;

  @Mixin private DataFolderOption data;

  @Option(names = "--empty", description = "leaves out the sample shop")
  private boolean empty;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      converter = Instances.class,
      description =
          "servers on one set of the other parts, on ports N, N+1, ... (${DEFAULT-VALUE})")
  private int instances;

  private static final class Instances extends WholeNumber {
    private Instances() {
      super(1, 16);
    }
  }

  LaunchSettings settings(Map<String, String> environment) {
    Path folder = data.folder();
    Distribution distribution = Distribution.locate();
    return new LaunchSettings(folder, port, empty, instances, Set.of(), distribution, environment);
  }

  @Override
  public void run() {
    LaunchSettings launchSettings = settings(System.getenv());
    Logger.getLogger("").setLevel(Level.WARNING);
    LaunchConsole launchConsole = LaunchConsole.of(new DataFolder(launchSettings.dataDir()));
    Instant begin = Instant.now();
    LocalStack localStack = new LocalStack(launchSettings, launchConsole);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(localStack, launchConsole), "stop"));
    Welcome welcome = new Welcome(launchSettings, localStack, launchConsole);
    welcome.before();
    try {
      launchConsole.begin(StartProgress.START);
      localStack.open();
      launchConsole.done(StartProgress.START);
      welcome.ready(Duration.between(begin, Instant.now()));
      new SampleDataLoader(launchSettings, localStack, launchConsole).ifFirst();
      keepTidy(localStack);
    } catch (RuntimeException e) {
      launchConsole.dropAll();
      // Ctrl-C while a part starts: it is gone because it was stopped.
      if (!localStack.isClosed()) {
        throw e;
      }
    }
  }

  private static void stop(LocalStack localStack, LaunchConsole launchConsole) {
    launchConsole.dropAll();
    localStack.close();
  }

  private static void keepTidy(LocalStack localStack) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!never.await(1, TimeUnit.MINUTES)) {
        localStack.trimLogs();
        localStack.tidyKeys();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
