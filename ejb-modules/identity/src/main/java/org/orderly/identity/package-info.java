/**
 * People: who they are, how they prove it, and what they may do.
 *
 * <p>Keeps users, their roles and their sessions in the database {@code identity}; signs the access
 * tokens that every instance verifies by itself. Publishes {@link
 * org.orderly.identity.UserRegistered}. Calls no other domain and listens to none.
 *
 * <p>Invariants: one account per normalised e-mail address; every user has at least one role; once
 * there is an admin, there always is one. Passwords and refresh tokens are kept as hashes only.
 */
package org.orderly.identity;
