package org.orderly.server;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.orderly.server.component.LaunchConsole;
import org.orderly.server.setup.LaunchSettings;

/** What {@code ./orderly run} tells before and after. */
final class Welcome {
  private final LaunchSettings launchSettings;
  private final LocalStack localStack;
  private final LaunchConsole launchConsole;
  private final boolean firstStart;

  Welcome(LaunchSettings launchSettings, LocalStack localStack, LaunchConsole launchConsole) {
    this.launchSettings = launchSettings;
    this.localStack = localStack;
    this.launchConsole = launchConsole;
    this.firstStart = !Files.exists(launchSettings.dataDir().resolve("run/url"));
  }

  void before() {
    launchConsole.say("Orderly starts on " + launchSettings.dataDir());
  }

  void ready(Duration took) {
    if ("sandbox".equals(localStack.environment().get("ORDERLY_PAYMENT_GATEWAY"))) {
      launchConsole.say("Payments go to the sandbox: no real money moves.");
    }
    boolean generated = launchSettings.variable("ORDERLY_ADMIN_PASSWORD").isEmpty();
    if (firstStart && generated) {
      launchConsole.say(
          "First admin: "
              + localStack.admin().email()
              + "  password: "
              + localStack.admin().password()
              + "  (kept in "
              + launchSettings.dataDir().resolve("admin-credentials")
              + ")");
    }
    for (URI another : localStack.urls().subList(1, localStack.urls().size())) {
      launchConsole.say("Another instance answers at " + another);
    }
    String url = localStack.url().toString();
    launchConsole.say(
        "Orderly is ready ("
            + LaunchConsole.seconds(took)
            + "): shop "
            + url
            + "  API "
            + url
            + "api/v1  OpenAPI "
            + url
            + "openapi  health "
            + url
            + "health  mailbox "
            + localStack.mailboxFolder());
  }
}
