package org.imc.dsl.ide.server;

import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * A file that a request is about, held still while it is answered.
 *
 * @param uri as the client writes it
 * @param resource its model
 * @param lines its text
 * @param cancellation of the request
 */
record OpenFile(String uri, XtextResource resource, TextLines lines, CancelIndicator cancellation) {

  static OpenFile of(String uri, XtextResource resource, CancelIndicator cancellation) {
    return new OpenFile(
        uri, resource, new TextLines(resource.getParseResult().getRootNode().getText()), cancellation);
  }
}
