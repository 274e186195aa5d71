package org.orderly.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns passwords into argon2id hashes that carry their own parameters and salt, and checks them.
 *
 * <p>Parameters after the OWASP password storage advice: 19 MiB, two passes, one lane. Each
 * computation holds that memory and a processor for a while, so only a few run at once and only so
 * many wait for them, not for long: a flood of logins must neither take the memory nor all the
 * threads that serve other requests.
 */
@ApplicationScoped
class PasswordHashing {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Fewer than the threads that serve requests, of which each waiting login holds one. */
  private static final int MAX_WAITING = 40;

  private final SecureRandom random = new SecureRandom();
  private final Argon2Function function =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
  private final Semaphore places;
  private final Duration patience;
  private final String nobodysHash;

  PasswordHashing() {
    this(Math.max(2, Runtime.getRuntime().availableProcessors()), PATIENCE);
  }

  PasswordHashing(int atOnce, Duration patience) {
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
    this.nobodysHash = compute(Long.toHexString(random.nextLong()));
  }

  /**
   * Hashes a password with a new salt; takes about a tenth of a second.
   *
   * @throws TooBusy if too many are being hashed already
   */
  String hash(String password) {
    return inTurn(() -> compute(password));
  }

  /**
   * Whether the password is the one that was hashed, with the parameters found in the hash.
   *
   * @throws TooBusy if too many are being hashed already
   */
  boolean matches(String password, String hash) {
    return inTurn(() -> Argon2Function.getInstanceFromHash(hash).check(password, hash));
  }

  /** A hash that no known password has: comparing with it takes as long as with a real one. */
  String nobodysHash() {
    return nobodysHash;
  }

  private String compute(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return function.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      boolean full = places.getQueueLength() >= MAX_WAITING;
      if (full || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
