/** The JSON form of events and of the kernel's values. */
@NullMarked
package org.orderly.platform.json;

import org.jspecify.annotations.NullMarked;
