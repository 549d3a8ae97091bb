package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;
import org.imc.dsl.ide.outline.Outline;
import org.imc.dsl.ide.outline.OutlineNode;
import org.imc.model.imc.ImcPackage;

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

  @Inject private Outline outline;

  List<DocumentSymbol> of(OpenFile file) {
    return symbols(outline.of(file.resource()), file.lines());
  }

  private static List<DocumentSymbol> symbols(List<OutlineNode> nodes, TextLines lines) {
    return nodes.stream().map(node -> {
      var symbol = new DocumentSymbol(node.name(), kind(node.kind()),
          lines.range(node.whole().offset(), node.whole().length()),
          lines.range(node.significant().offset(), node.significant().length()), node.word());
      symbol.setChildren(symbols(node.children(), lines));
      return symbol;
    }).toList();
  }

  private static SymbolKind kind(EClass kind) {
    return KINDS.getOrDefault(kind, SymbolKind.Function); // the rest are layers
  }
}
