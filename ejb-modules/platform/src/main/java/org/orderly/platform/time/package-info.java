/** The clock that everything injected reads, and the time zone of the shop. */
package org.orderly.platform.time;
