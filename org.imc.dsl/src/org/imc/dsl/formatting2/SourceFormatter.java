package org.imc.dsl.formatting2;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.Map;
import java.util.Optional;
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

/** Format whole files, for every host. */
public class SourceFormatter {

  @Inject private Provider<IFormatter2> formatters;
  @Inject private Provider<TextRegionAccessBuilder> regions;
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
    ITextRegionAccess access = regions.get().forNodeModel(resource).create();
    var request = new FormatterRequest();
    request.setAllowIdentityEdits(false);
    request.setFormatUndefinedHiddenRegionsOnly(false);
    request.setTextRegionAccess(access);
    request.setPreferences(new MapBasedPreferenceValues(Map.of(
        FormatterPreferenceKeys.indentation.getId(), indentation.getIndentString(),
        FormatterPreferenceKeys.lineSeparator.getId(), "\n")));
    return Optional.of(access.getRewriter().renderToString(formatters.get().format(request)));
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
