/** The JSON form of events and of the kernel's values. */
package org.orderly.platform.json;
