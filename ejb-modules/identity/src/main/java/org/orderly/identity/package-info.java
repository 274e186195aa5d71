/**
 * People: who they are, how they prove it, and what they may do.
 *
 * <p>Keeps users, their roles and their sessions in the database {@code identity}; signs the access
 * tokens that every instance verifies by itself. Publishes {@link
 * org.orderly.identity.event.UserRegistered}, {@link
 * org.orderly.identity.link.MailedLinkRequested}, {@link
 * org.orderly.identity.event.PasswordChanged}, {@link org.orderly.identity.event.EmailChanged} and
 * {@link org.orderly.identity.event.UserErased}, all by ids alone. Calls no other domain and
 * listens to none.
 *
 * <p>This room holds the accounts themselves, whatever changes one, and what other modules may ask
 * about them. {@code event}, {@code person}, {@code link}, {@code password}, {@code token}, {@code
 * consent} and {@code audit} know nothing of it; {@code personal}, {@code session}, {@code oidc}
 * and {@code twofactor} build upon it, and hear of a person's erasure by {@link
 * org.orderly.identity.event.UserErased}.
 *
 * <p>Invariants: one account per normalised e-mail address; every user has at least one role; once
 * there is an admin, there always is one. Passwords, refresh tokens and the secrets of mailed links
 * are kept as hashes only; consents are never changed.
 */
@NullMarked
package org.orderly.identity;

import org.jspecify.annotations.NullMarked;
