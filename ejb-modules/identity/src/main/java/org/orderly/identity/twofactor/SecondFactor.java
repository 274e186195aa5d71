package org.orderly.identity.twofactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.Users;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.twofactor.SecondFactorRepository.Factor;
import org.orderly.kernel.UserId;

/**
 * Enrols, checks and removes second factors; each call is one transaction on the identity database,
 * or joins the caller's.
 */
@ApplicationScoped
@Transactional
public class SecondFactor {

  /** As long as the hash of its HMAC (RFC 4226, section 4, R6). */
  private static final int SECRET_BYTES = 20;

  /** What a code shows about who signs in. */
  public enum Outcome {
    /** The account has no second factor. */
    NOT_ENROLLED,
    /** It has one, and no code came. */
    REQUIRED,
    ACCEPTED,
    /** Not a code of now, or used before. */
    WRONG
  }

  private final SecondFactorRepository secondFactorRepository;
  private final FactorSecrets box;
  private final Users users;
  private final AuditLog auditLog;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  SecondFactor(
      SecondFactorRepository secondFactorRepository,
      FactorSecrets box,
      Users users,
      AuditLog auditLog,
      Clock clock) {
    this.secondFactorRepository = secondFactorRepository;
    this.box = box;
    this.users = users;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /**
   * Begins an enrolment, in place of another that was not confirmed. It counts when {@link
   * #confirm} has seen its first code.
   *
   * @throws AlreadyEnrolled if the user has a second factor
   * @throws NoSecretKey if secrets cannot be kept
   */
  public TotpEnrolment enrol(UserId user) {
    String email = users.profile(user).email();
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    if (!secondFactorRepository.pend(user, box.seal(secret, user), clock.instant())) {
      throw new AlreadyEnrolled();
    }
    auditLog.record("2fa.begun", user.toString(), null, null);
    return TotpEnrolment.of(secret, email);
  }

  /**
   * Ends an enrolment by showing that the app knows the secret.
   *
   * @return the recovery codes, which nobody can be told again
   * @throws NothingToConfirm if none waits
   * @throws WrongCode if it is not the code of now
   */
  public RecoveryCodes confirm(UserId user, String code) {
    Factor factor =
        secondFactorRepository
            .find(user)
            .filter(found -> !found.confirmed())
            .orElseThrow(NothingToConfirm::new);
    OptionalLong step = match(user, factor, code);
    if (step.isEmpty()) {
      throw new WrongCode();
    }
    if (!secondFactorRepository.confirm(user, factor.secret(), step.getAsLong(), clock.instant())) {
      throw new NothingToConfirm();
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RecoveryCode.SET; i++) {
      RecoveryCode fresh = RecoveryCode.generate();
      secondFactorRepository.add(user, fresh);
      codes.add(fresh.text());
    }
    auditLog.record("2fa.enrolled", user.toString(), null, null);
    return new RecoveryCodes(codes);
  }

  /**
   * Checks a code of the app, or a recovery code; either is accepted once, on whatever instance.
   *
   * @param code as typed; {@code null} if none was
   */
  public Outcome check(UserId user, @Nullable String code) {
    Optional<Factor> factor = secondFactorRepository.find(user).filter(Factor::confirmed);
    if (factor.isEmpty()) {
      return Outcome.NOT_ENROLLED;
    }
    if (code == null || code.isBlank()) {
      return Outcome.REQUIRED;
    }
    OptionalLong step = match(user, factor.get(), code.replace(" ", ""));
    if (step.isPresent()) {
      return secondFactorRepository.use(user, step.getAsLong()) ? Outcome.ACCEPTED : Outcome.WRONG;
    }
    return recovers(user, new RecoveryCode(code)) ? Outcome.ACCEPTED : Outcome.WRONG;
  }

  private boolean recovers(UserId user, RecoveryCode code) {
    boolean accepted = secondFactorRepository.use(user, code);
    if (accepted) {
      Map<String, Long> left = Map.of("codesLeft", secondFactorRepository.codesLeft(user));
      auditLog.record("2fa.recovery-code-used", user.toString(), null, left);
    }
    return accepted;
  }

  /** Whether the user has one that counts. */
  public boolean isEnrolled(UserId user) {
    return secondFactorRepository.find(user).filter(Factor::confirmed).isPresent();
  }

  /** Removes it with its recovery codes; idempotent. Whoever asks has shown who they are. */
  void remove(UserId user) {
    if (secondFactorRepository.remove(user)) {
      auditLog.record("2fa.removed", user.toString(), null, null);
    }
  }

  private OptionalLong match(UserId user, Factor factor, String code) {
    byte[] secret = box.open(factor.secret(), user);
    return Totp.match(secret, code, clock.instant(), factor.lastStep());
  }
}
