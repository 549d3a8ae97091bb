package org.imc.dsl.ui.navigation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.AbstractReconciler;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.imc.dsl.ide.navigation.Occurrences;
import org.imc.dsl.ide.navigation.Occurrences.Occurrence;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.LiveModels;
import org.jspecify.annotations.Nullable;

/** Mark all places of a file that name the same thing as the caret. The platform's switch for it turns it off. */
public final class OccurrencesReconciler extends AbstractReconciler {

  /** The platform's type for it. */
  public static final String ANNOTATION = "org.eclipse.ui.genericeditor.text";

  private static final String PLATFORM = "org.eclipse.ui.genericeditor";
  private static final String SWITCH = "org.eclipse.ui.genericeditor.togglehighlight";
  private static final int DELAY_MS = 150;

  private final ISelectionChangedListener caret = this::caretMoved;
  private final Job job = Job.createSystem("Mark occurrences", (ICoreRunnable) monitor -> mark());
  private volatile @Nullable ISourceViewer viewer;
  private volatile int offset;
  private Set<Annotation> shown = Set.of();

  @Override
  public void install(ITextViewer installed) {
    super.install(installed);
    if (installed instanceof ISourceViewer source
        && installed.getSelectionProvider() instanceof IPostSelectionProvider provider) {
      viewer = source;
      provider.addPostSelectionChangedListener(caret);
    }
  }

  @Override
  public void uninstall() {
    ISourceViewer source = viewer;
    if (source != null && source.getSelectionProvider() instanceof IPostSelectionProvider provider) {
      provider.removePostSelectionChangedListener(caret);
    }
    viewer = null;
    job.cancel();
    super.uninstall();
  }

  private void caretMoved(SelectionChangedEvent event) {
    if (event.getSelection() instanceof ITextSelection text) {
      offset = text.getOffset();
      job.cancel();
      job.schedule(DELAY_MS);
    }
  }

  private void mark() {
    ISourceViewer source = viewer;
    IDocument document = source == null ? null : source.getDocument();
    if (document == null || !Language.isReady()) {
      return;
    }
    try {
      List<Occurrence> found = isOn()
          ? LiveModels.read(document, resource -> Language.get(Occurrences.class).inFile(resource, offset))
          : List.of();
      show(source, found);
    } catch (RuntimeException e) {
      ILog.of(OccurrencesReconciler.class).error("The occurrences could not be marked.", e);
    }
  }

  private synchronized void show(ISourceViewer source, List<Occurrence> found) {
    Map<Annotation, Position> added = new HashMap<>();
    found.forEach(each -> added.put(new Annotation(ANNOTATION, false, each.declaration() ? "Declaration" : "Occurrence"),
        new Position(each.spot().offset(), each.spot().length())));
    if (source.getAnnotationModel() instanceof IAnnotationModelExtension model) {
      model.replaceAnnotations(shown.toArray(Annotation[]::new), added);
      shown = Set.copyOf(added.keySet());
    }
  }

  private static boolean isOn() {
    return InstanceScope.INSTANCE.getNode(PLATFORM).getBoolean(SWITCH, true);
  }

  /** Nothing to do when the text changes: the caret moves with it. */
  @Override
  protected void process(DirtyRegion region) { }

  @Override
  protected void reconcilerDocumentChanged(IDocument document) { }

  @Override
  public @Nullable IReconcilingStrategy getReconcilingStrategy(String contentType) {
    return null;
  }
}
