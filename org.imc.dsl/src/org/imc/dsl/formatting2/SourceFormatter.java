package org.imc.dsl.formatting2;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting.IIndentationInformation;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.LazyStringInputStream;

/** Format whole files, for every host. */
public class SourceFormatter {

  /** Comments in odd places need a second round; more than three were never seen. */
  private static final int MOST_ROUNDS = 8;

  private static final String BLOCK_COMMENT = "/*";

  @Inject private Provider<IFormatter2> formatters;
  @Inject private Provider<TextRegionAccessBuilder> regions;
  @Inject private Provider<XtextResourceSet> resourceSets;
  @Inject private IIndentationInformation indentation;

  /**
   * Return the text of a file as it should be laid out, or nothing when it cannot be without guessing: it does not parse,
   * or a property is given twice.
   */
  public Optional<String> format(XtextResource resource) {
    if (resource.getParseResult() == null || resource.getParseResult().hasSyntaxErrors() || losesValues(resource)) {
      return Optional.empty();
    }
    if (resource.getParseResult().getRootASTElement() == null) {
      return Optional.of("");
    }
    String text = resource.getParseResult().getRootNode().getText();
    String formatted = layOut(resource);
    for (int round = 1; round < MOST_ROUNDS && !formatted.equals(text) && formatted.contains(BLOCK_COMMENT); round++) {
      text = formatted;
      formatted = layOut(parse(text, resource.getURI()));
    }
    return Optional.of(formatted);
  }

  /** Lay out once. Xtext moves line ends about block comments step by step. */
  private String layOut(XtextResource resource) {
    ITextRegionAccess access = regions.get().forNodeModel(resource).create();
    var request = new FormatterRequest();
    request.setAllowIdentityEdits(false);
    request.setFormatUndefinedHiddenRegionsOnly(false);
    request.setTextRegionAccess(access);
    request.setPreferences(new MapBasedPreferenceValues(Map.of(
        FormatterPreferenceKeys.indentation.getId(), indentation.getIndentString(),
        FormatterPreferenceKeys.lineSeparator.getId(), "\n")));
    return access.getRewriter().renderToString(formatters.get().format(request));
  }

  private XtextResource parse(String text, URI uri) {
    var resource = (XtextResource) resourceSets.get().createResource(uri, "org.imc.dsl.imc");
    try (var in = new LazyStringInputStream(text, StandardCharsets.UTF_8.name())) {
      resource.load(in, Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed.", e);
    }
    return resource;
  }

  /** Return whether the text holds values that the model has dropped, since a later one took their place. */
  private static boolean losesValues(XtextResource resource) {
    EObject root = resource.getParseResult().getRootASTElement();
    for (INode node : resource.getParseResult().getRootNode().getAsTreeIterable()) {
      if (node.hasDirectSemanticElement() && root != null && node.getSemanticElement().eResource() == null) {
        return true;
      }
    }
    return false;
  }
}
