package org.orderly.platform.integrity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one page of a scan.
 *
 * @param end where the next page begins; {@code null} at the end
 * @param unread what could not be looked at, such as a database that does not answer
 */
public record ScanPage(@Nullable String end, List<Finding> findings, List<String> unread) {

  public ScanPage {
    findings = List.copyOf(findings);
    unread = List.copyOf(unread);
  }

  public ScanPage(@Nullable String end, List<Finding> findings) {
    this(end, findings, List.of());
  }
}
