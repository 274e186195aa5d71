/** The context of the request or job that the current thread works for. */
@NullMarked
package org.orderly.platform.request;

import org.jspecify.annotations.NullMarked;
