package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.orderly.kernel.DomainException;

/**
 * Records audited actions that no transaction of a database covers, such as those on the broker.
 *
 * <p>That somebody begins is recorded before, and what came of it after, each in a transaction of
 * its own: a crash in between leaves an act that began and nobody knows the end of.
 */
@ApplicationScoped
public class AuditedAction {

  private final AuditLog log;

  @Inject
  AuditedAction(AuditLog log) {
    this.log = log;
  }

  /**
   * Does it, unless that cannot be recorded.
   *
   * @param action what is done; {@code .begun}, {@code .done} or {@code .failed} is added
   * @param request what was asked for
   * @return what the act returns, which is recorded too
   */
  public <T> T of(String action, String subject, Object request, Supplier<T> act) {
    log.recordApart(action + ".begun", subject, null, request);
    try {
      T outcome = act.get();
      log.recordApart(action + ".done", subject, request, outcome);
      return outcome;
    } catch (DomainException refusal) {
      log.recordApart(action + ".failed", subject, request, Map.of("code", refusal.code()));
      throw refusal;
    }
  }
}
