package org.orderly.server;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;

/** What {@code ./orderly run} tells before and after. */
final class Welcome {
  private final Settings settings;
  private final Machine machine;
  private final Console console;
  private final boolean firstStart;

  Welcome(Settings settings, Machine machine, Console console) {
    this.settings = settings;
    this.machine = machine;
    this.console = console;
    this.firstStart = !Files.exists(settings.dataDir().resolve("run/url"));
  }

  void before() {
    console.say("Orderly starts on " + settings.dataDir());
  }

  void ready(Duration took) {
    if ("sandbox".equals(machine.environment().get("ORDERLY_PAYMENT_GATEWAY"))) {
      console.say("Payments go to the sandbox: no real money moves.");
    }
    boolean generated = settings.variable("ORDERLY_ADMIN_PASSWORD").isEmpty();
    if (firstStart && generated) {
      console.say(
          "First admin: "
              + machine.admin().email()
              + "  password: "
              + machine.admin().password()
              + "  (kept in "
              + settings.dataDir().resolve("admin-credentials")
              + ")");
    }
    for (URI another : machine.urls().subList(1, machine.urls().size())) {
      console.say("Another instance answers at " + another);
    }
    String url = machine.url().toString();
    console.say(
        "Orderly is ready ("
            + Console.seconds(took)
            + "): shop "
            + url
            + "  API "
            + url
            + "api/v1  OpenAPI "
            + url
            + "openapi  health "
            + url
            + "health  mailbox "
            + machine.mailboxFolder());
  }
}
