package org.orderly.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the members of a request, so that a caller is told all of it at once
 * instead of one fault a try.
 */
public final class FieldErrors {

  private final List<DomainException> found = new ArrayList<>();

  /**
   * Reads one value; notes the fault if it is none.
   *
   * @return {@code null} if it is none
   * @throws DomainException of every other kind than {@link DomainException.Kind#INVALID}
   */
  public <T> @Nullable T read(Supplier<T> value) {
    try {
      return value.get();
    } catch (DomainException e) {
      if (e.kind() != DomainException.Kind.INVALID) {
        throw e;
      }
      found.add(e);
      return null;
    }
  }

  public void add(String field, String message) {
    found.add(new InvalidValue(field, message));
  }

  /** The same faults, found in a member of the request: their fields are members of it. */
  public static DomainException within(String member, DomainException fault) {
    FieldErrors outer = new FieldErrors();
    for (Map<String, String> error : errors(fault)) {
      outer.add(member + "." + error.get("field"), String.valueOf(error.get("message")));
    }
    return outer.fault().orElse(fault);
  }

  /**
   * Ends the reading.
   *
   * @throws DomainException the fault itself if there is one, {@link InvalidValues} if there are
   *     more
   */
  public void throwIfAny() {
    Optional<DomainException> fault = fault();
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  private Optional<DomainException> fault() {
    if (found.size() < 2) {
      return found.stream().findFirst();
    }
    return Optional.of(
        new InvalidValues(
            String.valueOf(found.get(0).getMessage()),
            found.stream().flatMap(e -> errors(e).stream()).toList()));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, String>> errors(DomainException e) {
    Object told = e.details().get("errors");
    return told instanceof List<?> errors ? (List<Map<String, String>>) errors : List.of();
  }
}
