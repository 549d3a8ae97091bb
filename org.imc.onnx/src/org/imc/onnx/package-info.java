/**
 * The way in for networks that other tools have written: an ONNX file becomes text of the language. Knows neither Xtext nor
 * the engine; whoever imports gives the words that no layer may be called by.
 */
@NullMarked
package org.imc.onnx;

import org.jspecify.annotations.NullMarked;
