package org.orderly.platform.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Verifies a chain that is kept in a database: a table of its links, and one with a single row for
 * its head. Both have {@code seq} and {@code hash}.
 */
public final class ChainQueries {

  /** So many links are read at a time. */
  private static final int RANGE = 500;

  /** Reads the links of a range of numbers. */
  @FunctionalInterface
  public interface Links {

    /** Gives the verifier the links above one number up to another, in their order. */
    void read(Connection connection, ChainVerifier verifier, long above, long upTo)
        throws SQLException;
  }

  private final String endOfChain;
  private final String hashOfLink;
  private final Links links;

  /**
   * @param headTable and linkTable names from the code, which are put into the SQL as they are
   */
  public ChainQueries(String headTable, String linkTable, Links links) {
    this.endOfChain =
        "select h.seq, h.hash, n.newest from"
            + (" (select coalesce(max(seq), 0) as newest from " + linkTable + ") n")
            + (" left join " + headTable + " h on true");
    this.hashOfLink = "select hash from " + linkTable + " where seq = ?";
    this.links = links;
  }

  /** The head, and the number of the newest link, which should be the same. */
  private record End(ChainLink head, long newest) {}

  /**
   * Verifies the chain from an anchor on, for as long as there is time; reads only, blocks nobody.
   *
   * @param anchor a link that must still be there, or {@link ChainLink#BEGINNING}
   * @param deadline in {@link System#nanoTime}
   */
  public ChainReport verify(Connection connection, ChainLink anchor, long deadline)
      throws SQLException {
    End end = end(connection);
    if (!holds(connection, anchor)) {
      return ChainReport.anchorMissing(anchor);
    }
    ChainVerifier verifier = new ChainVerifier(anchor);
    long from = anchor.seq();
    while (from < end.newest() && !verifier.isBroken() && System.nanoTime() < deadline) {
      long upTo = Math.min(from + RANGE, end.newest());
      links.read(connection, verifier, from, upTo);
      verifier.reached(upTo);
      from = upTo;
    }
    boolean complete = from >= end.newest();
    if (complete) {
      verifier.end(end.head());
    }
    return verifier.report(complete);
  }

  /** The head; {@link ChainLink#BEGINNING} if there is none. */
  public ChainLink head(Connection connection) throws SQLException {
    return end(connection).head();
  }

  private End end(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(endOfChain);
        ResultSet row = query.executeQuery()) {
      row.next();
      byte[] hash = row.getBytes("hash");
      ChainLink head = hash == null ? ChainLink.BEGINNING : ChainLink.of(row.getLong("seq"), hash);
      return new End(head, row.getLong("newest"));
    }
  }

  private boolean holds(Connection connection, ChainLink anchor) throws SQLException {
    if (anchor.equals(ChainLink.BEGINNING)) {
      return true;
    }
    try (PreparedStatement query = connection.prepareStatement(hashOfLink)) {
      query.setLong(1, anchor.seq());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && ChainLink.of(anchor.seq(), row.getBytes(1)).equals(anchor);
      }
    }
  }
}
