package org.orderly.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.kernel.UserId;

/** Users in memory. */
class FakeUsers extends UserRepository {

  final List<User> stored = new ArrayList<>();
  int adminSeatLocks;

  @Override
  void add(User user) {
    if (findByEmail(user.profile().email()).isPresent()) {
      throw new EmailTaken();
    }
    stored.add(user);
  }

  @Override
  Optional<User> find(UserId id) {
    return stored.stream().filter(user -> user.id().equals(id) && !user.isErased()).findFirst();
  }

  @Override
  Optional<User> findByEmail(String normalised) {
    return stored.stream().filter(user -> user.profile().email().equals(normalised)).findFirst();
  }

  @Override
  Optional<Credentials> credentials(String normalised) {
    return findByEmail(normalised).map(FakeUsers::credentials);
  }

  @Override
  Optional<Credentials> credentials(UserId id) {
    return find(id).map(FakeUsers::credentials);
  }

  private static Credentials credentials(User user) {
    return new Credentials(user.id(), user.passwordHash(), user.isVerified());
  }

  @Override
  void replaceHash(Credentials old, String current) {
    find(old.userId())
        .filter(user -> user.passwordHash().equals(old.passwordHash()))
        .ifPresent(user -> user.changePassword(current));
  }

  @Override
  List<String> outdatedHashes() {
    return stored.stream().map(User::passwordHash).filter(PasswordHashing::isOutdated).toList();
  }

  @Override
  Optional<User> locked(UserId id) {
    return find(id);
  }

  @Override
  List<User> admins() {
    return stored.stream().filter(User::isAdmin).toList();
  }

  @Override
  void lockAdminSeats() {
    adminSeatLocks++;
  }
}
