package org.orderly.liquibase;

import java.util.Map;

/** A program that migrates the payment database and can be killed meanwhile. */
final class MigratingProgram {
  private MigratingProgram() {}

  /**
   * @param words the database's address and its user
   */
  public static void main(String[] words) {
    Migrations.migrate(Map.of("payment", new Migrations.Target(words[0], words[1], "")));
  }
}
