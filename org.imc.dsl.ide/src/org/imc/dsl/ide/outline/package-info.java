/** The declarations of a file as a tree. */
@NullMarked
package org.imc.dsl.ide.outline;

import org.jspecify.annotations.NullMarked;
