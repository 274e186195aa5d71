/** The clock that everything injected reads, and the time zone of the shop. */
@NullMarked
package org.orderly.platform.time;

import org.jspecify.annotations.NullMarked;
