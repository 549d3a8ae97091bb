/** Hardware as immutable values: technologies, macros, memories, architectures. Depends on {@code workload} for operands only. */
@NullMarked
package org.imc.engine.arch;

import org.jspecify.annotations.NullMarked;
