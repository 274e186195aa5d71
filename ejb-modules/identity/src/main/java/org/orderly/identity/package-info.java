/**
 * People: who they are, how they prove it, and what they may do.
 *
 * <p>Keeps users, their roles and their sessions in the database {@code identity}; signs the access
 * tokens that every instance verifies by itself. Publishes {@link
 * org.orderly.identity.UserRegistered}, {@link org.orderly.identity.MailedLinkRequested}, {@link
 * org.orderly.identity.PasswordChanged}, {@link org.orderly.identity.EmailChanged} and {@link
 * org.orderly.identity.UserErased}, all by ids alone. Calls no other domain and listens to none.
 *
 * <p>Invariants: one account per normalised e-mail address; every user has at least one role; once
 * there is an admin, there always is one. Passwords, refresh tokens and the secrets of mailed links
 * are kept as hashes only; consents are never changed.
 */
package org.orderly.identity;
