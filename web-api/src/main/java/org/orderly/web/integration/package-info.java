/**
 * Programs that work with the shop: their clients, tokens and webhooks, the keys that tokens are
 * checked with, and the descriptions of the API and of the events.
 */
package org.orderly.web.integration;
