package org.imc.tests.fuzz;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Write a model down so that two texts of one meaning give one string. References count by the name that was typed. */
final class ModelText {

  private final StringBuilder out = new StringBuilder();

  private ModelText() { }

  static String of(EObject root) {
    var text = new ModelText();
    text.write(root);
    return text.out.toString();
  }

  private void write(EObject object) {
    out.append(object.eClass().getName()).append('(');
    for (EAttribute attribute : object.eClass().getEAllAttributes()) {
      if (object.eIsSet(attribute)) {
        out.append(attribute.getName()).append('=').append(object.eGet(attribute)).append(';');
      }
    }
    for (EReference reference : object.eClass().getEAllReferences()) {
      if (!reference.isContainment()) {
        for (INode node : NodeModelUtils.findNodesForFeature(object, reference)) {
          out.append(reference.getName()).append("->").append(NodeModelUtils.getTokenText(node)).append(';');
        }
      }
    }
    for (EObject child : object.eContents()) {
      out.append(child.eContainmentFeature().getName()).append(':');
      write(child);
    }
    out.append(')');
  }
}
