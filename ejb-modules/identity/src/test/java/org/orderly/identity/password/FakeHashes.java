package org.orderly.identity.password;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderly.kernel.UserId;

/** Users' hashes in memory, by their normalised addresses. */
final class FakeHashes extends PasswordHashRepository {

  private final Map<String, Credentials> stored = new LinkedHashMap<>();

  UserId add(String email, String hash) {
    UserId id = UserId.newId();
    stored.put(email, new Credentials(id, hash, false));
    return id;
  }

  String hashOf(UserId id) {
    return of(id).orElseThrow().passwordHash();
  }

  @Override
  Optional<Credentials> of(String normalisedEmail) {
    return Optional.ofNullable(stored.get(normalisedEmail));
  }

  @Override
  Optional<Credentials> of(UserId id) {
    return stored.values().stream().filter(known -> known.userId().equals(id)).findFirst();
  }

  @Override
  void replace(Credentials old, String current) {
    stored.replaceAll(
        (email, known) ->
            known.equals(old) ? new Credentials(old.userId(), current, old.verified()) : known);
  }

  @Override
  List<String> outdated() {
    return stored.values().stream()
        .map(Credentials::passwordHash)
        .filter(PasswordHashing::isOutdated)
        .toList();
  }
}
