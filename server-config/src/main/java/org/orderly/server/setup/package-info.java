/**
 * What the launcher and the importer both need: the settings of a start, the data folder with its
 * secrets, and failures that the person at the terminal can mend.
 */
package org.orderly.server.setup;
