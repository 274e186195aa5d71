package org.orderly.identity.person;

import org.orderly.kernel.UserId;

/**
 * Where and how to address a user.
 *
 * @param confirmed whether somebody has shown that the address is theirs
 */
public record Contact(UserId id, String email, String name, boolean confirmed) {}
