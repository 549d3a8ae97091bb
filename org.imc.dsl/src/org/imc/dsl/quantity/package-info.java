/**
 * Units and quantities: the border where what was typed ({@code 64 KiB}) becomes one canonical number. Every conversion
 * of the product happens here. Depends on the model and on
 * inheritance, since what a name stands for may be said by a base.
 */
@NullMarked
package org.imc.dsl.quantity;

import org.jspecify.annotations.NullMarked;
