/** Requests to the sandbox gateway and its replies, as HTTP has them. */
package org.orderly.server.sandbox.http;
