package org.orderly.identity.password;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.types.Argon2;
import com.password4j.types.Bcrypt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns passwords into argon2id hashes that carry their own parameters and salt, and checks them,
 * as well as bcrypt hashes of imported users.
 *
 * <p>Parameters after the OWASP password storage advice: 19 MiB, two passes, one lane. Each
 * computation holds that memory and a processor for a while, so only a few run at once and only so
 * many wait for them, not for long: a flood of logins must neither take the memory nor all the
 * threads that serve other requests.
 */
@ApplicationScoped
public class PasswordHashing {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final String CURRENT =
      "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);
  private static final int BCRYPT_MIN_COST = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Fewer than the threads that serve requests, of which each waiting login holds one. */
  private static final int MAX_WAITING = 40;

  private final SecureRandom random = new SecureRandom();
  private final Argon2Function function =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
  private final Semaphore places;
  private final Duration patience;
  private final String nobodysHash;

  public PasswordHashing() {
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
   * @throws HashingOverloaded if too many are being hashed already
   */
  public String hash(String password) {
    return inTurn(() -> compute(password));
  }

  /**
   * Whether the password is the one that was hashed, with the parameters found in the hash.
   *
   * @throws HashingOverloaded if too many are being hashed already
   */
  public boolean matches(String password, String hash) {
    return inTurn(
        () ->
            isBcrypt(hash)
                ? BcryptFunction.getInstanceFromHash(hash).check(password, hash)
                : Argon2Function.getInstanceFromHash(hash).check(password, hash));
  }

  /**
   * Computes hashes for nothing, for as long as this much work takes, so that a comparison that
   * failed takes the same time whatever hash it was made with.
   *
   * @throws HashingOverloaded if too many are being hashed already
   */
  public void idle(HashCost work) {
    if (!work.isNone()) {
      inTurn(
          () -> {
            idleInBcrypt(work.bcryptRounds());
            idleInArgon(work.argonKib());
            return null;
          });
    }
  }

  /** Whether a hash should be replaced by one with today's parameters. */
  public static boolean isOutdated(String hash) {
    return !hash.startsWith(CURRENT);
  }

  /** Bcrypt hashes were all made elsewhere, of what was typed. */
  public static boolean isBcrypt(String hash) {
    return hash.startsWith("$2");
  }

  /** A hash that no known password has: comparing with it takes as long as with a real one. */
  public String nobodysHash() {
    return nobodysHash;
  }

  /** Any number of rounds is a sum of powers of two, and each of those is a cost. */
  private static void idleInBcrypt(long rounds) {
    for (int cost = BCRYPT_MIN_COST; cost < Integer.SIZE; cost++) {
      if ((rounds >> cost & 1) == 1) {
        BcryptFunction.getInstance(Bcrypt.B, cost).hash("nobody's password");
      }
    }
  }

  private static void idleInArgon(long kib) {
    long passes = (kib + MEMORY_KIB - 1) / MEMORY_KIB;
    if (passes > 0) {
      int memory = (int) Math.max(8, kib / passes);
      Argon2Function.getInstance(memory, (int) passes, LANES, HASH_BYTES, Argon2.ID)
          .hash("nobody's password");
    }
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
        throw new HashingOverloaded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HashingOverloaded();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
