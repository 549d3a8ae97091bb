/**
 * Questions about many designs: which of them are best? A design space numbers its designs; a sweep prices them, leaving out
 * those whose bounds show that they cannot be on the front; a front keeps what nothing else beats. Depends on the engine's
 * facade, the mapper's bounds and the values they take; nothing of the engine depends on it.
 */
@NullMarked
package org.imc.engine.explore;

import org.jspecify.annotations.NullMarked;
