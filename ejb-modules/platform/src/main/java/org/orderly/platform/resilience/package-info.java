/** Circuit breakers: what this instance knows of each external service. */
package org.orderly.platform.resilience;
