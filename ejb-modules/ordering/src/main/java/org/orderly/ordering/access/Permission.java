package org.orderly.ordering.access;

/** What an actor wants to do with an order. */
public enum Permission {
  /** View the whole order: lines, history, payments, invoice and stream. */
  VIEW,

  /** Edit or cancel it, or request a return. */
  CHANGE,

  /** View shipments and returns: the buyer all, a vendor their own lines. */
  TRACK,

  /** Pack and ship lines, and decide on their returns. */
  HANDLE,

  /** What the shop alone does: process and refund. */
  MANAGE,

  /** Take a guest's order into an account. */
  ADOPT
}
