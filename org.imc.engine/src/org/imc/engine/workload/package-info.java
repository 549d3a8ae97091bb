/** Neural networks as immutable values: loop dimensions, layers, networks. Depends on nothing else in the engine. */
@NullMarked
package org.imc.engine.workload;

import org.jspecify.annotations.NullMarked;
