package org.orderly.identity.link;

/** What whoever holds a mailed link may do, once. */
public enum LinkPurpose {
  VERIFY_EMAIL,
  RESET_PASSWORD,
  CONFIRM_OLD_EMAIL,
  CONFIRM_NEW_EMAIL
}
