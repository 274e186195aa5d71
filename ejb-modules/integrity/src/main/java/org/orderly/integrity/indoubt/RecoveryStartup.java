package org.orderly.integrity.indoubt;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.commit.settings.DatabaseSettingsCheck;
import org.orderly.commit.settings.InstanceName;

/**
 * Checks at the start what the commit protocol relies on: databases that keep their word, and a
 * name that is ours alone.
 */
@ApplicationScoped
class RecoveryStartup {

  private final CommitDatabases databases;
  private Optional<InstanceName> name = Optional.empty();

  @Inject
  RecoveryStartup(CommitDatabases databases) {
    this.databases = databases;
  }

  /**
   * To be called before anything is promised.
   *
   * @throws org.orderly.commit.settings.UnsafeDatabaseSettings naming what to set; the application
   *     must not start
   */
  void take() {
    new DatabaseSettingsCheck(databases.decision(), databases.members()).check();
    name = Optional.of(InstanceName.claim(databases.decision(), databases.instance()));
  }

  /** To be called now and then. */
  void keep() {
    name.ifPresent(InstanceName::keep);
  }

  @PreDestroy
  void leave() {
    name.ifPresent(InstanceName::close);
  }
}
