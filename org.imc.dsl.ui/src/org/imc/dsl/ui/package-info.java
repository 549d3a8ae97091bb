/**
 * The Eclipse adapter of the language: thin. It hands texts to the services of {@code dsl.ide}, and shows what they say;
 * nothing is computed here. One package a part of the workbench.
 */
@NullMarked
package org.imc.dsl.ui;

import org.jspecify.annotations.NullMarked;
