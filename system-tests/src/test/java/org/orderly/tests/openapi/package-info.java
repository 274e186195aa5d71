/** What the server's own MicroProfile OpenAPI makes of a written document: see ADR 4. */
package org.orderly.tests.openapi;
