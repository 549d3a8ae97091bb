package org.imc.dsl.ide.documentation;

import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.imc.model.imc.ImcPackage;

/**
 * The documentation of classes, features and literals, as written in {@code Imc.ecore}: the one source of it. The
 * generated code does not carry it, so the file itself is read, once.
 */
@Singleton
public class ModelDocumentation {

  private static final String FILE = "/model/Imc.ecore";

  private final Map<String, String> texts = read();

  /** Return what a class, feature or literal means. */
  public Optional<String> of(ENamedElement element) {
    return Optional.ofNullable(texts.get(key(element)));
  }

  private static String key(ENamedElement element) {
    return element instanceof EClassifier || !(element.eContainer() instanceof ENamedElement parent)
        ? element.getName()
        : parent.getName() + "." + element.getName();
  }

  private static Map<String, String> read() {
    var texts = new HashMap<String, String>();
    try (InputStream in = ImcPackage.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The model '%s' is missing from the build.".formatted(FILE));
      }
      var resource = new XMIResourceImpl(URI.createURI("imc-model:" + FILE));
      resource.load(in, null);
      var everything = ((EPackage) resource.getContents().get(0)).eAllContents();
      everything.forEachRemaining(element -> {
        if (element instanceof ENamedElement named) {
          String text = EcoreUtil.getDocumentation(named);
          if (text != null) {
            texts.put(key(named), text);
          }
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException("The model's documentation cannot be read.", e);
    }
    return Map.copyOf(texts);
  }
}
