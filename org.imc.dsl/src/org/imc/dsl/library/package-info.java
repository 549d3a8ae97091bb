/** The shipped .imc files and how imports find them. */
@NullMarked
package org.imc.dsl.library;

import org.jspecify.annotations.NullMarked;
