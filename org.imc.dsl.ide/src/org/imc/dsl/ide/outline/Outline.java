package org.imc.dsl.ide.outline;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;
import org.imc.dsl.ide.outline.OutlineNode.Region;
import org.imc.dsl.linking.Kinds;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.StudyDecl;

/** Read the tree of a file's declarations. Stateless. */
public class Outline {

  @Inject private ILocationInFileProvider locations;

  /** Return the declarations of a file in the order of the text. The resource must be held still by the caller. */
  public List<OutlineNode> of(XtextResource resource) {
    EObject root = resource.getParseResult().getRootASTElement();
    return root == null ? List.of() : children(root);
  }

  private List<OutlineNode> children(EObject parent) {
    var nodes = new ArrayList<OutlineNode>();
    for (EObject child : parent.eContents()) {
      String name = name(child);
      INode node = NodeModelUtils.findActualNodeFor(child);
      if (!name.isEmpty() && node != null) {
        ITextRegion significant = locations.getSignificantTextRegion(child);
        nodes.add(new OutlineNode(name, child.eClass(), Kinds.word(child.eClass()),
            new Region(node.getOffset(), node.getLength()),
            new Region(significant.getOffset(), significant.getLength()), children(child)));
      }
    }
    return nodes;
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
}
