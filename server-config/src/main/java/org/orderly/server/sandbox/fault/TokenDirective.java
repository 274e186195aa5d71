package org.orderly.server.sandbox.fault;

import java.util.Optional;

/**
 * What a card's token asks for: {@code tok_ok}, {@code tok_<fault>} at the authorization, {@code
 * tok_<operation>_<fault>} later on, {@code tok_webhook_<manner>} or {@code tok_dispute}.
 */
public record TokenDirective(Operation operation, Fault fault) {
  public static final String USUAL = "tok_ok";
  public static final String DISPUTED = "tok_dispute";
  private static final String PREFIX = "tok_";

  /** Empty if the gateway knows no such card. */
  public static Optional<TokenDirective> read(String token) {
    if (token.equals(DISPUTED) || DeliveryMode.of(token).isPresent()) {
      return Optional.of(new TokenDirective(Operation.AUTHORIZE, Fault.OK));
    }
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String words = token.substring(PREFIX.length());
    int end = words.indexOf('_');
    Optional<Operation> later =
        end < 0 ? Optional.empty() : Operation.named(words.substring(0, end));
    String fault = later.isPresent() ? words.substring(end + 1) : words;
    return Fault.named(fault)
        .map(known -> new TokenDirective(later.orElse(Operation.AUTHORIZE), known));
  }

  static Fault at(Operation operation, String token) {
    return read(token)
        .filter(asked -> asked.operation() == operation)
        .map(TokenDirective::fault)
        .orElse(Fault.OK);
  }
}
