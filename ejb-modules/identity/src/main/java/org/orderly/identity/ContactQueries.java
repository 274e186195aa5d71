package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads where users can be reached. */
@ApplicationScoped
class ContactQueries {

  private static final String BY_ID =
      "select id, email, name, email_verified_at is not null from users"
          + " where id = any (?) and erased_at is null";

  private final DomainDatabase database;

  @Inject
  ContactQueries(@Domain("identity") DomainDatabase database) {
    this.database = database;
  }

  /** The contacts of those who are not gone. */
  Map<UserId, Contact> of(Collection<UserId> ids) {
    List<Contact> found =
        database.list(
            row ->
                new Contact(
                    new UserId(row.getObject(1, UUID.class)),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4)),
            BY_ID,
            SqlBatch.column("uuid", ids.stream().map(UserId::value).toList()));
    return found.stream().collect(Collectors.toMap(Contact::id, Function.identity()));
  }
}
