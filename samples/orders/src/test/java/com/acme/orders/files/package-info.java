/** Ledgers and fences in files, for participants that are killed and must know everything again. */
package com.acme.orders.files;
