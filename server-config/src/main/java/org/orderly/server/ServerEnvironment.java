package org.orderly.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderly.server.setup.AdminCredentials;
import org.orderly.server.setup.LaunchSettings;

/**
 * What the server is told by its environment; what the person has set wins over what is generated.
 */
final class ServerEnvironment {
  private static final List<String> PREFIXES = List.of("ORDERLY_", "MP_", "OTEL_");

  /**
   * The sample shop can be paid by transfer; a shop that takes real money names its own account.
   */
  private static final String SAMPLE_ACCOUNT =
      "Sample Bank, IBAN XX00 0000 0000 0000 (sample shop, do not transfer real money)";

  private final Map<String, String> variables = new TreeMap<>();

  ServerEnvironment(LaunchSettings launchSettings) {
    launchSettings.environment().forEach(this::passOn);
  }

  private void passOn(String name, String value) {
    if (!value.isBlank() && PREFIXES.stream().anyMatch(name::startsWith)) {
      variables.put(name, value);
    }
  }

  void database(DatabaseSettings databaseSettings) {
    put(DatabaseSettings.variable(databaseSettings.domain(), "URL"), databaseSettings.url());
    put(DatabaseSettings.variable(databaseSettings.domain(), "USER"), databaseSettings.user());
    put(
        DatabaseSettings.variable(databaseSettings.domain(), "PASSWORD"),
        databaseSettings.password());
  }

  void broker(BrokerAccount broker) {
    put("ORDERLY_BROKER_URL", broker.url());
    put("ORDERLY_BROKER_HOST", broker.host());
    put("ORDERLY_BROKER_PORT", Integer.toString(broker.port()));
    put("ORDERLY_BROKER_USER", broker.user());
    put("ORDERLY_BROKER_PASSWORD", broker.password());
  }

  void redis(String url) {
    put("ORDERLY_REDIS_URL", url);
  }

  void mailbox(int port) {
    put("ORDERLY_SMTP_HOST", "127.0.0.1");
    put("ORDERLY_SMTP_PORT", Integer.toString(port));
    put("ORDERLY_SMTP_TLS", "none");
  }

  void sandbox(SandboxServer sandboxServer) {
    put("ORDERLY_SANDBOX_URL", sandboxServer.url().toString());
    put("ORDERLY_SANDBOX_KEY", sandboxServer.key());
    put("ORDERLY_SANDBOX_WEBHOOK_SECRET", sandboxServer.webhookSecret());
  }

  void keys(Path keys) {
    put("ORDERLY_KEYS_DIR", keys.toString());
    put("ORDERLY_JWT_ISSUER", "https://orderly.local");
    put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.resolve("jwks.json").toUri().toString());
    put("MP_JWT_VERIFY_ISSUER", variables.get("ORDERLY_JWT_ISSUER"));
  }

  void secretKey(String generated) {
    put("ORDERLY_SECRET_KEY", generated);
  }

  void shop(AdminCredentials admin, String url, String instance) {
    put("ORDERLY_ADMIN_EMAIL", admin.email());
    put("ORDERLY_ADMIN_PASSWORD", admin.password());
    put("ORDERLY_PUBLIC_URL", url.substring(0, url.length() - 1));
    put("ORDERLY_INSTANCE", instance);
    put("ORDERLY_MAIL_FROM", "orderly@localhost");
    put("ORDERLY_PAYMENT_GATEWAY", "sandbox");
    if ("sandbox".equals(variables.get("ORDERLY_PAYMENT_GATEWAY"))) {
      put("ORDERLY_BANK_ACCOUNT", SAMPLE_ACCOUNT);
    }
  }

  private void put(String name, String value) {
    variables.putIfAbsent(name, value);
  }

  /**
   * What this instance is told: the same as the others, but for a name that is its alone.
   *
   * @param number from 1
   */
  Map<String, String> of(int number) {
    Map<String, String> own = new HashMap<>(variables);
    if (number > 1) {
      own.computeIfPresent("ORDERLY_INSTANCE", (name, first) -> first + "-" + number);
    }
    return own;
  }
}
