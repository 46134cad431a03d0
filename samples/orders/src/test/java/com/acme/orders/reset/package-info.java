/** Sets sagas back to every task of their histories, with their participants, and lets them go on from there. */
package com.acme.orders.reset;
