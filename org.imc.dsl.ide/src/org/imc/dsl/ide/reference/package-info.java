/**
 * The reference of the language, made from what the language itself is made of: the grammar, the model's documentation, the
 * rules of quantities and the descriptions of the checks. Nothing in it is written twice.
 */
@NullMarked
package org.imc.dsl.ide.reference;

import org.jspecify.annotations.NullMarked;
