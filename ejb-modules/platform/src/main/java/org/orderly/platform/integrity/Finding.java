package org.orderly.platform.integrity;

/**
 * A violation of an invariant that an integrity check found.
 *
 * @param check the invariant's number in the design, such as {@code I1}
 * @param subject the key at which it was found, such as a product's id
 * @param detail what is wrong, for people
 */
public record Finding(String check, String subject, String detail) {}
