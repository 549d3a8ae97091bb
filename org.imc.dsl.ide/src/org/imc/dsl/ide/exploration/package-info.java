/**
 * Explorations on the way: read from texts that may be edited meanwhile, swept with what is found in sight, brushed. Depends on
 * the language and the engine; hosts show it.
 */
@NullMarked
package org.imc.dsl.ide.exploration;

import org.jspecify.annotations.NullMarked;
