package org.imc.dsl.linking;

import java.util.List;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextSyntaxDiagnosticWithRange;

/** A file of the language. What is not closed is marked where it opens, not up to the end of the file. */
public class ImcResource extends LazyLinkingResource {

  private static final String COMMENT = "/*";

  @Override
  protected void addSyntaxDiagnostic(List<Diagnostic> diagnostics, INode error) {
    String text = error.getText();
    int marked = text.startsWith(COMMENT) ? COMMENT.length() : text.lines().findFirst().orElse("").length();
    if (error instanceof ILeafNode && marked < text.length()) {
      diagnostics.add(new XtextSyntaxDiagnosticWithRange(error, 0, marked, null));
    } else {
      super.addSyntaxDiagnostic(diagnostics, error);
    }
  }
}
