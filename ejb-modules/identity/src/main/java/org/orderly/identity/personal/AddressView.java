package org.orderly.identity.personal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address in somebody's book.
 *
 * @param state may be {@code null}; not every country has them
 * @param country ISO 3166 code of two letters
 * @param isDefault whether it is the one to suggest
 */
public record AddressView(
    UUID id,
    String name,
    String street,
    String city,
    @Nullable String state,
    String postalCode,
    String country,
    boolean isDefault) {}
