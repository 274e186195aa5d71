package org.orderly.tests.bench.usage;

import java.math.BigDecimal;

/**
 * What a shop has used between two moments: processor time of its parts in milliseconds, and what
 * PostgreSQL was sent and wrote.
 *
 * @param server all of the server's process, of which compilers and collectors are parts
 * @param mails the launcher, in whose process the mails arrive
 * @param messages from the server to PostgreSQL; negative if they cannot be counted here
 * @param transactions that wrote, in all databases, whatever their outcome
 * @param walSyncs flushes of the write-ahead log to the disk, as told about a second later
 */
public record ResourceUsage(
    long server,
    long compilers,
    long collectors,
    long postgres,
    long broker,
    long redis,
    long mails,
    long messages,
    BigDecimal transactions,
    BigDecimal walBytes,
    BigDecimal walSyncs) {

  /** What of the server's time is neither compilation nor garbage collection. */
  public long rest() {
    return server - compilers - collectors;
  }

  public ResourceUsage plus(ResourceUsage other) {
    return new ResourceUsage(
        server + other.server,
        compilers + other.compilers,
        collectors + other.collectors,
        postgres + other.postgres,
        broker + other.broker,
        redis + other.redis,
        mails + other.mails,
        Math.min(messages, other.messages) < 0 ? -1 : messages + other.messages,
        transactions.add(other.transactions),
        walBytes.add(other.walBytes),
        walSyncs.add(other.walSyncs));
  }
}
