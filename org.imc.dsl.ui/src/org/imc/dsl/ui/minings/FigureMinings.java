package org.imc.dsl.ui.minings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ide.results.ResultLens;
import org.imc.dsl.ide.results.ResultLenses;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.SourceMap;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.evaluation.StudyListener;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.preferences.Preferences;
import org.imc.dsl.ui.sources.LiveModels;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * Shows above each study its answer, and above macros, memories and layers what they cost; after an edit, with the
 * difference from what is saved. One for each editor, as long as it is open.
 */
public final class FigureMinings extends AbstractCodeMiningProvider {

  private final StudyListener update = this::changed;
  private @Nullable ITextViewer viewer;
  private @Nullable StudySession session;
  private @Nullable State last;

  @Override
  public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer shown, IProgressMonitor monitor) {
    IDocument document = shown.getDocument();
    if (document == null || !Preferences.showsFigures() || !Snapshots.isSource(document)) {
      return CompletableFuture.completedFuture(List.of());
    }
    listen(shown);
    return CompletableFuture.supplyAsync(() -> Language.isReady() ? minings(document, monitor) : List.of());
  }

  /** Follow the answers of the editor's window. The platform asks in whatever thread. */
  private void listen(ITextViewer shown) {
    if (viewer == null) {
      viewer = shown;
      Display display = shown.getTextWidget().getDisplay();
      display.asyncExec(() -> {
        ITextEditor editor = getAdapter(ITextEditor.class);
        if (viewer != null && editor != null && session == null) {
          session = StudySession.of(editor.getSite().getWorkbenchWindow());
          session.addListener(update);
        }
      });
    }
  }

  private void changed(State state) {
    if (viewer instanceof ISourceViewerExtension5 updated && viewer.getTextWidget() != null
        && !viewer.getTextWidget().isDisposed() && state != last) {
      last = state;
      updated.updateCodeMinings();
    }
  }

  private List<ICodeMining> minings(IDocument document, IProgressMonitor monitor) {
    try {
      Analysis analysis = Language.get(LiveFiles.class).of(document).analyse(Snapshots.of(document), monitor::isCanceled);
      var lenses = Language.get(ResultLenses.class);
      var minings = new ArrayList<ICodeMining>();
      for (int i = 0; i < analysis.studies().size(); i++) {
        LoweredStudy lowered = analysis.studies().get(i);
        Optional<SourceMap.Place> place = lowered.sources().place(lowered.study().id());
        int index = i;
        if (place.isPresent()) {
          add(minings, place.get(), document, lenses.ofStudy(lowered).orElse("not evaluated; click to evaluate"),
              () -> select(index));
        }
      }
      for (Claim claim : analysis.studies().isEmpty() ? List.<Claim>of() : claims(document)) {
        add(minings, claim.place(), document,
            lenses.ofClaim(claim, analysis.studies()).orElse("all studies must be evaluated to see whether it holds"), null);
      }
      for (ResultLens lens : lenses.ofElements(analysis.studies(), Snapshots.uri(document))) {
        add(minings, lens.place(), document, lens.text(), null);
      }
      return minings;
    } catch (CancellationException e) {
      return List.of();
    } catch (RuntimeException e) {
      ILog.of(FigureMinings.class).error("Figures could not be shown in the text.", e);
      return List.of();
    }
  }

  private static List<Claim> claims(IDocument document) {
    return LiveModels.read(document, resource -> Language.get(StudyRunner.class).claims(resource));
  }

  private void select(int study) {
    if (session != null) {
      session.select(study);
      session.evaluate();
    }
  }

  private void add(List<ICodeMining> minings, SourceMap.Place place, IDocument document, String text, @Nullable Runnable action) {
    try {
      minings.add(new FigureMining(place.line() - 1, document, this, text, action));
    } catch (BadLocationException e) {
      // the text has become shorter; the next answer is on its way
    }
  }

  @Override
  public void dispose() {
    viewer = null;
    if (session != null) {
      session.removeListener(update);
      session = null;
    }
    super.dispose();
  }
}
