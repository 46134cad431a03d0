/** The eight sagas side by side: what differs in their generated clients, under one type. */
package com.acme.eight.sagas;
