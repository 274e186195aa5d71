package org.orderly.identity.twofactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orderly.kernel.UserId;

/** Second factors and recovery codes in the database, which decides who used a code first. */
@ApplicationScoped
class SecondFactorRepository {

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  /**
   * A factor.
   *
   * @param secret as sealed
   * @param confirmed whether it counts; until then it waits for its first code
   * @param lastStep of the last code accepted
   */
  record Factor(byte[] secret, boolean confirmed, long lastStep) {}

  Optional<Factor> find(UserId user) {
    List<?> rows =
        em.createNativeQuery(
                "select secret, confirmed_at is not null, last_step from second_factor"
                    + " where user_id = ?")
            .setParameter(1, user.value())
            .getResultList();
    return rows.stream().findFirst().map(row -> factor((Object[]) row));
  }

  private static Factor factor(Object[] row) {
    return new Factor((byte[]) row[0], (Boolean) row[1], ((Number) row[2]).longValue());
  }

  /** Keeps a secret that waits to be confirmed, in place of another that does. */
  boolean pend(UserId user, byte[] secret, Instant now) {
    return em.createNativeQuery(
                "insert into second_factor (user_id, secret, begun_at) values (?1, ?2, ?3)"
                    + " on conflict (user_id) do update set secret = excluded.secret,"
                    + " begun_at = excluded.begun_at where second_factor.confirmed_at is null")
            .setParameter(1, user.value())
            .setParameter(2, secret)
            .setParameter(3, now)
            .executeUpdate()
        == 1;
  }

  /** Makes the pending secret count, unless another has taken its place. */
  boolean confirm(UserId user, byte[] secret, long step, Instant now) {
    return em.createNativeQuery(
                "update second_factor set confirmed_at = ?, last_step = ?"
                    + " where user_id = ? and secret = ? and confirmed_at is null")
            .setParameter(1, now)
            .setParameter(2, step)
            .setParameter(3, user.value())
            .setParameter(4, secret)
            .executeUpdate()
        == 1;
  }

  /** Takes a code's step; whoever comes second finds it taken. */
  boolean use(UserId user, long step) {
    return em.createNativeQuery(
                "update second_factor set last_step = ?1 where user_id = ?2 and last_step < ?1")
            .setParameter(1, step)
            .setParameter(2, user.value())
            .executeUpdate()
        == 1;
  }

  void add(UserId user, RecoveryCode code) {
    em.createNativeQuery("insert into recovery_code (user_id, code_hash) values (?, ?)")
        .setParameter(1, user.value())
        .setParameter(2, code.hash())
        .executeUpdate();
  }

  /** Uses a recovery code up. */
  boolean use(UserId user, RecoveryCode code) {
    return em.createNativeQuery("delete from recovery_code where user_id = ? and code_hash = ?")
            .setParameter(1, user.value())
            .setParameter(2, code.hash())
            .executeUpdate()
        == 1;
  }

  long codesLeft(UserId user) {
    return ((Number)
            em.createNativeQuery("select count(*) from recovery_code where user_id = ?")
                .setParameter(1, user.value())
                .getSingleResult())
        .longValue();
  }

  /** With its recovery codes. */
  boolean remove(UserId user) {
    return em.createNativeQuery("delete from second_factor where user_id = ?")
            .setParameter(1, user.value())
            .executeUpdate()
        == 1;
  }
}
