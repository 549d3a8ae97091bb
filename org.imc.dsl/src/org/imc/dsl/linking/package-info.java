/** Words for references that do not resolve and text that does not parse. */
@NullMarked
package org.imc.dsl.linking;

import org.jspecify.annotations.NullMarked;
