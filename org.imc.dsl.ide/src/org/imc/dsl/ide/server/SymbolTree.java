package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.util.ITextRegion;
import org.imc.dsl.linking.Kinds;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.StudyDecl;

/** The declarations of a file, with those inside them. Stateless. */
final class SymbolTree {

  private static final Map<EClass, SymbolKind> KINDS = Map.of(
      ImcPackage.Literals.TECHNOLOGY_DECL, SymbolKind.Constant,
      ImcPackage.Literals.MACRO_DECL, SymbolKind.Class,
      ImcPackage.Literals.ARCHITECTURE_DECL, SymbolKind.Struct,
      ImcPackage.Literals.MEMORY_DECL, SymbolKind.Field,
      ImcPackage.Literals.NETWORK_DECL, SymbolKind.Module,
      ImcPackage.Literals.INPUT_DECL, SymbolKind.Variable,
      ImcPackage.Literals.STUDY_DECL, SymbolKind.Event);

  @Inject private ILocationInFileProvider locations;

  List<DocumentSymbol> of(OpenFile file) {
    EObject root = file.resource().getParseResult().getRootASTElement();
    return root == null ? List.of() : children(root, file);
  }

  private List<DocumentSymbol> children(EObject parent, OpenFile file) {
    var symbols = new ArrayList<DocumentSymbol>();
    for (EObject child : parent.eContents()) {
      String name = name(child);
      INode node = NodeModelUtils.findActualNodeFor(child);
      if (!name.isEmpty() && node != null) {
        ITextRegion significant = locations.getSignificantTextRegion(child);
        var symbol = new DocumentSymbol(name, kind(child.eClass()),
            file.lines().range(node.getOffset(), node.getLength()),
            file.lines().range(significant.getOffset(), significant.getLength()), Kinds.word(child.eClass()));
        symbol.setChildren(children(child, file));
        symbols.add(symbol);
      }
    }
    return symbols;
  }

  private static String name(EObject object) {
    if (object instanceof NamedDecl named) {
      return named.getName() == null ? "" : named.getName();
    }
    return object instanceof StudyDecl study && study.getNetwork() != null && study.getNetwork().getName() != null
        && study.getArchitecture() != null && study.getArchitecture().getName() != null
        ? study.getNetwork().getName() + " on " + study.getArchitecture().getName()
        : "";
  }

  private static SymbolKind kind(EClass kind) {
    return KINDS.getOrDefault(kind, SymbolKind.Function); // the rest are layers
  }
}
