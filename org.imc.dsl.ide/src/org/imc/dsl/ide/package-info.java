/** Every editor service, once for every host: completion, hover, quick fixes, and the like. Depends on the language. */
@NullMarked
package org.imc.dsl.ide;

import org.jspecify.annotations.NullMarked;
