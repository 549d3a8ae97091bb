package org.imc.dsl.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.model.imc.FileDecl;

/**
 * A hash of what a declaration says: its words and those of all declarations that it refers to, through any number of them.
 * Comments and layout change nothing, nor do declarations that it does not refer to.
 */
final class Fingerprint {

  private Fingerprint() { }

  static String of(EObject declaration) {
    Set<EObject> needed = new LinkedHashSet<>();
    var open = new ArrayList<EObject>(List.of(declaration));
    while (!open.isEmpty()) {
      EObject next = open.removeLast();
      if (needed.add(next)) {
        EcoreUtil.CrossReferencer.find(List.of(next)).keySet().stream().map(Fingerprint::outermost).forEach(open::add);
      }
    }
    return hash(needed.stream().map(Fingerprint::words).sorted().toList());
  }

  /** Return the declaration of a file that something stands in. */
  private static EObject outermost(EObject element) {
    EObject outer = element;
    while (outer.eContainer() != null && !(outer.eContainer() instanceof FileDecl)) {
      outer = outer.eContainer();
    }
    return outer;
  }

  private static String words(EObject declaration) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
    if (node == null) {
      return EcoreUtil.getURI(declaration).toString(); // of a file that is not there
    }
    return StreamSupport.stream(node.getLeafNodes().spliterator(), false)
        .filter(leaf -> !leaf.isHidden()).map(ILeafNode::getText).collect(Collectors.joining(" "));
  }

  private static String hash(List<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
