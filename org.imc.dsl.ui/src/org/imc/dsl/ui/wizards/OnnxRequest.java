package org.imc.dsl.ui.wizards;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.imc.onnx.ImportOptions;

/**
 * What is to be imported.
 *
 * @param source the ONNX file
 * @param target what is written; it may exist when the user agreed to replace it
 * @param options what the file does not say
 */
record OnnxRequest(Path source, IFile target, ImportOptions options) { }
