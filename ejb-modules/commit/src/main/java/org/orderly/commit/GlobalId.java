package org.orderly.commit;

import java.util.Base64;
import java.util.Optional;
import javax.transaction.xa.Xid;

/** How a global transaction is named in the decision table and in prepared branches. */
final class GlobalId {

  private GlobalId() {}

  static String of(Xid xid) {
    return Base64.getEncoder().encodeToString(xid.getGlobalTransactionId());
  }

  /**
   * The global id in the name of a prepared transaction, which the driver composes of format,
   * global id and branch; empty for a prepared transaction that somebody else made.
   */
  static Optional<String> inPrepared(String gid) {
    String[] parts = gid.split("_", -1);
    boolean ours = parts.length == 3 && parts[0].matches("-?\\d+") && !parts[1].isEmpty();
    return ours ? Optional.of(parts[1]) : Optional.empty();
  }
}
