package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.model.imc.FileDecl;
import org.junit.jupiter.api.Test;

/** Places in a model are named as EMF names them. */
class FragmentsTest {

  private final XtextResource file = Language.parse(Designs.chip("", "") + """
      parameter p = 1 + 2 * 3
      network n { weight 8 bit activation 8 bit input i 1 x 2 dense a from i { units 1 } add b from a, i }
      """);

  @Test
  void everyPlaceHasTheNameThatCountingGives() {
    var objects = new ArrayList<EObject>();
    file.getAllContents().forEachRemaining(objects::add);
    for (EObject object : objects) {
      assertEquals(counted(object), file.getURIFragment(object));
      assertSame(object, file.getEObject(file.getURIFragment(object)));
    }
  }

  @Test
  void placesMoveWhenSomethingIsAddedBeforeThem() {
    var root = (FileDecl) file.getContents().get(0);
    EObject last = root.getElements().getLast();
    String before = file.getURIFragment(last);
    file.update(0, 0, "network first { }\n");
    root = (FileDecl) file.getContents().get(0);
    last = root.getElements().getLast();
    assertEquals("//@elements." + (root.getElements().size() - 1), file.getURIFragment(last));
    assertEquals("//@elements." + (root.getElements().size() - 2), before);
  }

  private static String counted(EObject object) {
    InternalEObject container = (InternalEObject) object.eContainer();
    return container == null
        ? "/"
        : counted(container) + "/" + container.eURIFragmentSegment(object.eContainmentFeature(), object);
  }
}
