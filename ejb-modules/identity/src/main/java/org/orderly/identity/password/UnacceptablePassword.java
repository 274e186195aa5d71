package org.orderly.identity.password;

import java.util.List;
import java.util.Map;
import org.orderly.kernel.DomainException;

/** A password that the policy does not let anybody take into use; the code says which rule. */
public final class UnacceptablePassword extends DomainException {

  private static final long serialVersionUID = 1L;

  private UnacceptablePassword(String code, String message) {
    super(
        Kind.INVALID,
        code,
        "password " + message,
        Map.of(
            "field",
            "password",
            "errors",
            List.of(Map.of("field", "password", "message", message))));
  }

  static UnacceptablePassword ofLength(int least, int most) {
    return new UnacceptablePassword(
        "password-length", "must have " + least + " to " + most + " characters");
  }

  static UnacceptablePassword tooCommon() {
    return new UnacceptablePassword(
        "password-too-common", "is one of the most common ones, which are tried first");
  }

  static UnacceptablePassword personal() {
    return new UnacceptablePassword(
        "password-personal", "must not be made of the account's own e-mail address or name");
  }
}
