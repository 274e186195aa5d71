package org.orderly.identity.session;

/** Why a session ended before its time. */
enum EndReason {
  /** The user signed out, here or in the list of sessions. */
  SIGNED_OUT,
  /** The user has as many sessions as they may have, and this was the oldest. */
  REPLACED,
  /** A refresh token came a second time: two hold it, and one of them should not. */
  TOKEN_REUSED,
  /** Another password, other roles, or no account any more. */
  CREDENTIALS_CHANGED
}
