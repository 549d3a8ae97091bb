package org.imc.dsl.lowering;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/**
 * Why a layer has no shape.
 *
 * @param object where to show it
 * @param feature the property of the object; null for the object as a whole
 * @param index which value of a property with several; -1 for all
 * @param code one of {@link org.imc.dsl.validation.IssueCodes}
 * @param message name, value, bound, advice
 */
public record ShapeProblem(
    EObject object, @Nullable EStructuralFeature feature, int index, String code, String message) { }
