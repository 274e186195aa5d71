package org.orderly.identity.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody may agree to. The API writes it in lower case. */
public enum ConsentDocument {
  TERMS,
  PRIVACY,
  MARKETING;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
