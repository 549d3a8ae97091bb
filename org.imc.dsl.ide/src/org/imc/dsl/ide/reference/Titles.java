package org.imc.dsl.ide.reference;

import java.util.Locale;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.xtext.AbstractRule;

/** What classes of the model and rules of the grammar are called in the reference. */
final class Titles {

  private Titles() { }

  /** Return words for a class or enumeration: {@code MemoryDecl} is a memory, {@code PortKind} a port kind. */
  static String of(EClassifier type) {
    return words(type.getName());
  }

  /** Return words for a rule. */
  static String of(AbstractRule rule) {
    return words(rule.getName());
  }

  /** Return the word in a pattern that stands for any text of a kind. */
  static String placeholder(String title) {
    return title.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static String words(String name) {
    return name.replaceFirst("Decl$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
