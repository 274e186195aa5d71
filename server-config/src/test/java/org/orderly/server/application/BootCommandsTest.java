package org.orderly.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BootCommandsTest {
  @Test
  void makesAPoolForEachDatabaseAndOneForReads() {
    assertThat(BootCommands.afterBoot("/adapter.rar").lines())
        .filteredOn(line -> line.startsWith("create-jdbc-resource"))
        .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
        .containsExactly(
            "jdbc/identity",
            "jdbc/catalog",
            "jdbc/catalog-reads",
            "jdbc/inventory",
            "jdbc/ordering",
            "jdbc/payment",
            "jdbc/notification");
  }

  @Test
  void namesPasswordsInsteadOfWritingThem() {
    assertThat(BootCommands.afterBoot("/adapter.rar"))
        .contains("password=${ENV=COMMAND_ORDERLY_DB_ORDERING_PASSWORD}")
        .contains("Password=${ENV=COMMAND_ORDERLY_BROKER_PASSWORD}");
  }

  @Test
  void escapesTheSignsThatSeparatePropertiesInACommand() {
    Map<String, String> escaped =
        BootCommands.escaped(Map.of("ORDERLY_DB_ORDERING_URL", "jdbc:postgresql://h:1/d?a=b;c\\"));

    assertThat(escaped)
        .containsExactly(
            Map.entry(
                "COMMAND_ORDERLY_DB_ORDERING_URL", "jdbc\\:postgresql\\://h\\:1/d?a\\=b\\;c\\\\"));
  }

  @Test
  void leavesTheDescriptionOfTheApiToTheApplication() {
    assertThat(BootCommands.beforeBoot("127.0.0.1", "/data/transactions"))
        .contains("set-openapi-configuration --enabled=false --virtualServers=none\n");
  }

  @Test
  void listensOnlyWhenThereIsAnApplicationToAnswer() {
    assertThat(BootCommands.beforeBoot("127.0.0.1", "/data/transactions"))
        .contains("http-listener.enabled=false\n");
    assertThat(BootCommands.afterDeployment()).contains("http-listener.enabled=true\n");
  }

  @Test
  void listensWhereItIsToldAndKeepsTheTransactionLogApart() {
    assertThat(BootCommands.beforeBoot("127.0.0.1", "/data/transactions"))
        .contains("http-listener.address=127.0.0.1\n")
        .contains("tx-log-dir=/data/transactions\n");
  }
}
