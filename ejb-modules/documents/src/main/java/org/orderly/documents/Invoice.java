package org.orderly.documents;

import java.time.Instant;
import org.orderly.kernel.PostalAddress;

/**
 * An invoice that was issued.
 *
 * @param number counted from 1 in each year, without gaps
 */
record Invoice(
    int year, long number, Instant issuedAt, PostalAddress recipient, InvoiceContent content) {

  /** What people call it, such as {@code INV-2026-000001}. */
  String name() {
    return "INV-%d-%06d".formatted(year, number);
  }
}
