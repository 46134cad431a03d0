/** What definitions in the tests name as a user's own. */
@NullMarked
package com.acme.money;

import org.jspecify.annotations.NullMarked;
