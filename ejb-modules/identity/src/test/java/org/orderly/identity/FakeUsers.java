package org.orderly.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
