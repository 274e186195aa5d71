/** Encrypts secrets that a database keeps. */
package org.orderly.platform.crypto;
