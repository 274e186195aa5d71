/** Proof of what users agreed to, and when. */
package org.orderly.identity.consent;
