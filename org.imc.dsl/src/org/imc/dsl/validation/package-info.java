/** The checks, one class a topic. */
@NullMarked
package org.imc.dsl.validation;

import org.jspecify.annotations.NullMarked;
