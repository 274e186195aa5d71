/**
 * Who asks and whether they may, and what requests of all rooms share: keys of repetition, entity
 * tags, numbers and ids in addresses, the limits of bodies.
 *
 * <p>A method that names neither roles nor everybody is closed to everybody. Nothing here knows
 * what an address is about, but for the limits that depend on it.
 */
package org.orderly.web.request;
