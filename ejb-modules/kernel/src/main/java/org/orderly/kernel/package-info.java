/**
 * Values, identifiers, events and failures that every domain shares.
 *
 * <p>Plain Java: nothing here knows a framework, a database or another module. Whatever is added
 * must be needed by at least two domains.
 */
@NullMarked
package org.orderly.kernel;

import org.jspecify.annotations.NullMarked;
