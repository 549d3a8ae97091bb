package org.imc.dsl.ui.editor;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.IEditorInput;
import org.imc.dsl.evaluation.SourceFiles;
import org.jspecify.annotations.Nullable;

/** Tell whether an editor's input is a text in the language, for what the platform enables by a condition. */
public final class SourceTester extends PropertyTester {

  @Override
  public boolean test(Object receiver, String property, Object[] arguments, @Nullable Object expected) {
    return receiver instanceof IEditorInput input && input.getName().endsWith("." + SourceFiles.EXTENSION);
  }
}
