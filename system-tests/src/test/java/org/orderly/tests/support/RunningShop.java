package org.orderly.tests.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.orderly.server.LocalStack;
import org.orderly.server.component.Component;
import org.orderly.server.setup.LaunchSettings;

/**
 * The one Orderly that all tests of a run share: every part of it real, started for the first test
 * and stopped when the run ends, whatever became of them. Its data folder stays for a look at the
 * logs until the next run.
 */
public final class RunningShop implements BeforeAllCallback {

  private static boolean tried;
  private static LocalStack localStack;
  private static Api api;
  private static Shopper admin;

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  /** Starts the shop unless it runs already. */
  public static synchronized void open() {
    if (localStack != null) {
      return;
    }
    if (tried) {
      throw new AssertionError("the shop did not start; the first failure says why");
    }
    tried = true;
    Path data = freshFolder();
    TestKeys.writeTo(data.resolve("keys"));
    LaunchSettings launchSettings =
        LaunchSettings.in(data)
            .with("ORDERLY_INTEGRITY_INTERVAL_SECONDS", "3")
            .with("ORDERLY_PAYMENT_INVOICE_BUYERS", "anyone")
            .with("ORDERLY_UNPAID_ORDERS_ADDRESS", "0")
            .with("ORDERLY_MAIL_UNCONFIRMED_HOUR", "100")
            .with("ORDERLY_TRACKING_SECONDS", "2")
            .with("ORDERLY_ORDERS_AUTO_DELIVER_DAYS", "14");
    for (Map.Entry<String, String> variable : HookReceiver.ENVIRONMENT.entrySet()) {
      launchSettings = launchSettings.with(variable.getKey(), variable.getValue());
    }
    for (Map.Entry<String, String> variable : TestProvider.environment().entrySet()) {
      launchSettings = launchSettings.with(variable.getKey(), variable.getValue());
    }
    localStack = LocalStack.start(launchSettings);
    api = new Api(localStack.url());
    System.setProperty("microshed_manual_env", "true");
    System.setProperty("microshed_hostname", localStack.url().getHost());
    System.setProperty("microshed_http_port", Integer.toString(localStack.url().getPort()));
    System.setProperty("microshed_app_context_root", "");
  }

  private static Path freshFolder() {
    Path data = Path.of("target", "shop").toAbsolutePath();
    try {
      if (Files.exists(data)) {
        try (Stream<Path> old = Files.walk(data)) {
          for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static Api api() {
    return api;
  }

  /** Where it answers. */
  public static URI url() {
    return localStack.url();
  }

  /** The first admin, signed in; a new token each time its last one may have run out. */
  public static synchronized Shopper admin() {
    if (admin == null || admin.isOld()) {
      admin = Shopper.signedIn(api, localStack.admin().email(), localStack.admin().password());
    }
    return admin;
  }

  /**
   * Signs the admin in anew: before a test after which nobody can for a while, and where something
   * else signs the same admin in, since a user's sessions are few.
   */
  public static synchronized void renewAdmin() {
    admin = Shopper.signedIn(api, localStack.admin().email(), localStack.admin().password());
  }

  public static Map<String, String> environment() {
    return localStack.environment();
  }

  /** What the first server writes. */
  public static Path log() {
    return localStack.log(Component.server(1));
  }

  /** A line for each request that it answered. */
  public static Path accessLog() {
    return log().resolveSibling("server-access.0.log");
  }

  public static Path mailbox() {
    return localStack.mailboxFolder();
  }

  /** Where the server looks for archives to deploy. */
  public static Path autodeploy() {
    return Path.of("target", "shop", "server", "root", "autodeploy").toAbsolutePath();
  }

  public static void stop(Component component) {
    localStack.stop(component);
  }

  public static void crash(Component component) {
    localStack.crash(component);
  }

  public static void start(Component component) {
    localStack.start(component);
  }
}
