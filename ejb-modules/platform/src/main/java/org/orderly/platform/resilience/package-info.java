/** Circuit breakers: what this instance knows of each external service. */
@NullMarked
package org.orderly.platform.resilience;

import org.jspecify.annotations.NullMarked;
