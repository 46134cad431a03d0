/** The Temporal servers that demos run on: embedded, started by the demo, or somebody else's. */
package com.acme.servers;
