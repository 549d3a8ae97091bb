/** What the build hands out: the products, and an Eclipse that the feature was installed into. They are started as a user does. */
@NullMarked
package org.imc.tests.delivery;

import org.jspecify.annotations.NullMarked;
