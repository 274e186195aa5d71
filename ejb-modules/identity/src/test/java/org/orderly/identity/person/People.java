package org.orderly.identity.person;

import org.orderly.kernel.UserId;
import org.orderly.testing.TestDatabase;

/** People whose rows are there without anybody having hashed a password. */
public final class People {

  private People() {}

  /** A customer. */
  public static UserId add(TestDatabase database, String email) {
    UserId id = UserId.newId();
    database.execute(
        "insert into users (id, email, name, password_hash, terms_accepted_at, created_at, version)"
            + " values (?, ?, 'Ann', '$none$', now(), now(), 0)",
        id.value(),
        email);
    database.execute("insert into user_role (user_id, role) values (?, 'customer')", id.value());
    return id;
  }

  /** Somebody who looks after the shop. */
  public static UserId addAdmin(TestDatabase database, String email) {
    UserId id = add(database, email);
    database.execute("insert into user_role (user_id, role) values (?, 'admin')", id.value());
    return id;
  }
}
