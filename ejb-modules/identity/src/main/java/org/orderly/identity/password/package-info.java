/** Passwords by themselves: which ones an account may have, and what is kept of them. */
package org.orderly.identity.password;
