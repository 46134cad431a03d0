/** The demo: four orders on an embedded Temporal server or a real one, told in a few lines each. */
package com.acme.orders.demo;
