package org.imc.dsl.ide.contentassist;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.TextRegion;

/** Complete text: the one entry for all hosts. Stateless. */
public class Completion {

  private static final int MOST = 500;

  @Inject private Provider<ContentAssistContextFactory> contexts;
  @Inject private Provider<IdeContentProposalProvider> providers;
  @Inject private ExecutorService pool;

  /**
   * Return what can be typed at an offset, the most likely first.
   *
   * @param resource the model of the text; must be held still by the caller
   * @param offset where, from 0
   * @param cancellation asked between proposals
   */
  public List<ContentAssistEntry> propose(XtextResource resource, int offset, CancelIndicator cancellation) {
    String text = resource.getParseResult().getRootNode().getText();
    ContentAssistContextFactory factory = contexts.get();
    factory.setPool(pool);
    ContentAssistContext[] found = factory.create(text, new TextRegion(offset, 0), offset, resource);
    var collected = new Collector(cancellation);
    providers.get().createProposals(List.of(found), collected);
    return collected.inOrder();
  }

  /** Collects distinct proposals with their priorities. */
  private static final class Collector implements IIdeContentProposalAcceptor {

    private record Ranked(ContentAssistEntry entry, int priority) { }

    private static final Comparator<Ranked> LIKELY_FIRST = Comparator
        .comparingInt((Ranked ranked) -> -ranked.priority())
        .thenComparing(ranked -> label(ranked.entry()), String.CASE_INSENSITIVE_ORDER);

    private final Map<String, Ranked> found = new LinkedHashMap<>();
    private final CancelIndicator cancellation;

    Collector(CancelIndicator cancellation) {
      this.cancellation = cancellation;
    }

    @Override
    public void accept(ContentAssistEntry entry, int priority) {
      if (entry != null) {
        found.merge(entry.getProposal(), new Ranked(entry, priority),
            (known, other) -> known.priority() >= other.priority() ? known : other);
      }
    }

    @Override
    public boolean canAcceptMoreProposals() {
      return found.size() < MOST && !cancellation.isCanceled();
    }

    List<ContentAssistEntry> inOrder() {
      var ranked = new ArrayList<>(found.values());
      ranked.sort(LIKELY_FIRST);
      return ranked.stream().map(Ranked::entry).toList();
    }

    private static String label(ContentAssistEntry entry) {
      return entry.getLabel() == null ? entry.getProposal() : entry.getLabel();
    }
  }
}
