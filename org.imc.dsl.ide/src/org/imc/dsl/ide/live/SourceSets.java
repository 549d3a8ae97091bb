package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.LazyStringInputStream;

/** Parse texts into one set, so that they see each other and the library. */
public class SourceSets {

  private static final Map<String, String> UTF_8 =
      Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());

  @Inject private Provider<XtextResourceSet> resourceSets;

  /** Return the models of the texts, in their order; nothing is linked yet. */
  public List<XtextResource> load(Collection<SourceText> texts) {
    XtextResourceSet set = resourceSets.get();
    var resources = new ArrayList<XtextResource>();
    for (SourceText text : texts) {
      resources.add(load(text, set));
    }
    return resources;
  }

  private static XtextResource load(SourceText text, XtextResourceSet set) {
    var resource = (XtextResource) set.createResource(text.uri(), "org.imc.dsl.imc");
    try (var in = new LazyStringInputStream(text.text(), StandardCharsets.UTF_8.name())) {
      resource.load(in, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed.", e);
    }
    return resource;
  }
}
