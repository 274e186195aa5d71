package org.orderly.platform.integrity;

/**
 * Something in the books that is not as it must be.
 *
 * @param check the invariant's number in the design, such as {@code I1}
 * @param subject the key at which it was found, such as a product's id
 * @param detail what is wrong, for people
 */
public record Finding(String check, String subject, String detail) {}
