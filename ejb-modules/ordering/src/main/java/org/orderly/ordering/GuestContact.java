package org.orderly.ordering;

/**
 * How to reach the guest who placed an order.
 *
 * @param name of the person it is sent to
 * @param token shows the order to whoever has it
 */
public record GuestContact(String email, String name, String token) {}
