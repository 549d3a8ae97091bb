package org.imc.dsl.ui.sources;

import java.util.function.Function;
import org.eclipse.jface.text.IDocument;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ui.Language;

/** Read the models of open documents as they are now. For any thread, but it may wait for a check that is under way. */
public final class LiveModels {

  private LiveModels() { }

  /**
   * Read from the model of a document's text.
   *
   * @param reader must not keep parts of the model
   */
  public static <T> T read(IDocument document, Function<XtextResource, T> reader) {
    return Language.get(LiveFiles.class).of(document).read(Snapshots.of(document), reader);
  }
}
