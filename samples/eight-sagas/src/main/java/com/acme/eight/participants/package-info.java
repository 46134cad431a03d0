/** The four services of the eight sagas: one set for all of them, each with a ledger and a worker of its own. */
package com.acme.eight.participants;
