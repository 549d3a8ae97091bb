/** What a macro, a memory or a mapped layer costs: pure functions. Depends on the value packages. */
@NullMarked
package org.imc.engine.cost;

import org.jspecify.annotations.NullMarked;
