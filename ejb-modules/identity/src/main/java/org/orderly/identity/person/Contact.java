package org.orderly.identity.person;

import org.orderly.kernel.UserId;

/** Where and how to address a user. */
public record Contact(UserId id, String email, String name) {}
