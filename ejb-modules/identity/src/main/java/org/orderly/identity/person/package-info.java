/**
 * Who a person is, as values: name, e-mail address, roles, and the views of an account that others
 * get to see; also what a new account is opened from. Knows no database and no other package.
 */
@NullMarked
package org.orderly.identity.person;

import org.jspecify.annotations.NullMarked;
