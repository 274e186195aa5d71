/**
 * People: registration, sign-in and its second factor, sessions, mailed links, addresses, messages,
 * what the shop keeps about a person and how that is forgotten, and what admins do for users.
 */
package org.orderly.web.account;
