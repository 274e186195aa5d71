/** The context of the request or job that the current thread works for. */
package org.orderly.platform.request;
