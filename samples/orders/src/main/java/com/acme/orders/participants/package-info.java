/** The four services of the example, as their teams would write them, each with a ledger of what it did. */
package com.acme.orders.participants;
