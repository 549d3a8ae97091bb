/** What each reference can see: the network's own nodes, imports, the package, the shipped library. */
@NullMarked
package org.imc.dsl.scoping;

import org.jspecify.annotations.NullMarked;
