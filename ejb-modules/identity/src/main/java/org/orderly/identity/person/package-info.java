/**
 * Who a person is, as values: name, e-mail address, roles, and the views of an account that others
 * get to see. Knows no database and no other room.
 */
@NullMarked
package org.orderly.identity.person;

import org.jspecify.annotations.NullMarked;
