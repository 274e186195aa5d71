package org.orderly.identity.password;

import org.orderly.kernel.UserId;

/** What a sign-in needs before it is known to be right. */
record Credentials(UserId userId, String passwordHash, boolean verified) {}
