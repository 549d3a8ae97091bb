package org.imc.tests.fuzz;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.highlighting.Highlight;
import org.imc.dsl.ide.highlighting.Highlighter;
import org.imc.dsl.ide.hints.DefaultHints;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.navigation.Definitions;
import org.imc.dsl.ide.navigation.Occurrences;
import org.imc.dsl.ide.outline.Outline;
import org.imc.dsl.ide.outline.OutlineNode;

/** Hold what an editor asks for, at any place of any document, to its promises. */
final class EditorExamination {

  @Inject private Provider<LiveFile> liveFiles;
  @Inject private Completion completion;
  @Inject private Explanations explanations;
  @Inject private Highlighter highlighter;
  @Inject private Definitions definitions;
  @Inject private Occurrences occurrences;
  @Inject private Outline outline;
  @Inject private DefaultHints hints;

  /** Colour the text and draw its outline; complete, explain and navigate at two offsets. */
  void examine(Snapshot snapshot, Dice dice) {
    String text = snapshot.file().text();
    checkHighlights(Examination.claim("every text can be coloured", () -> highlighter.highlight(text)), text);
    LiveFile live = liveFiles.get();
    for (int times = 0; times < 2; times++) {
      int offset = dice.oneIn(8) ? text.length() : dice.below(text.length() + 1);
      checkProposals(Examination.claim("every text can be completed at every offset", () ->
          live.read(snapshot, file -> completion.propose(file, offset, CancelIndicator.NullImpl))), offset);
      checkExplanation(Examination.claim("every text can be explained at every offset", () ->
          live.read(snapshot, file -> explanations.at(file, offset))), offset, text);
      checkNavigation(live, snapshot, offset);
    }
    checkTree(Examination.claim("every text has an outline", () -> live.read(snapshot, outline::of)), text.length());
    Examination.claim("every text has hints", () -> live.read(snapshot, hints::of)).forEach(hint -> {
      if (hint.offset() < 0 || hint.offset() > text.length() || hint.text().isBlank()) {
        throw new Fault("hints stand inside the text and say something", hint.toString());
      }
    });
  }

  private void checkNavigation(LiveFile live, Snapshot snapshot, int offset) {
    Examination.claim("every place can be followed", () -> live.read(snapshot, file -> definitions.at(file, offset)))
        .ifPresent(found -> {
          if (found.offset() > offset || found.offset() + found.length() < offset) {
            throw new Fault("what is followed stands where it was asked for", "%s at %d".formatted(found, offset));
          }
        });
    var here = Examination.claim("every name can be found in its file", () ->
        live.read(snapshot, file -> occurrences.inFile(file, offset)));
    var everywhere = Examination.claim("every name can be found everywhere", () ->
        live.read(snapshot, file -> occurrences.everywhere(file, offset)));
    if (!here.isEmpty() && everywhere.isPresent() && everywhere.get().places().size() < here.size()) {
      throw new Fault("a name is found everywhere if it is found here", "%s, but %s".formatted(here, everywhere));
    }
  }

  private static void checkTree(List<OutlineNode> nodes, int length) {
    for (OutlineNode node : nodes) {
      if (node.name().isBlank() || !isInside(node.whole(), length) || !isInside(node.significant(), length)) {
        throw new Fault("the outline stands inside the text", node.toString());
      }
      checkTree(node.children(), length);
    }
  }

  private static boolean isInside(OutlineNode.Region region, int length) {
    return region.offset() >= 0 && region.length() >= 0 && region.offset() + region.length() <= length;
  }

  private static void checkHighlights(List<Highlight> highlights, String text) {
    int end = 0;
    for (Highlight highlight : highlights) {
      if (highlight.offset() < end || highlight.length() < 1 || highlight.end() > text.length()) {
        throw new Fault("colours stand in order inside the text", "%s behind %d".formatted(highlight, end));
      }
      end = highlight.end();
    }
  }

  private static void checkProposals(List<ContentAssistEntry> proposals, int offset) {
    for (ContentAssistEntry proposal : proposals) {
      if (proposal.getProposal().isBlank()) {
        throw new Fault("proposals have a text", "%s at %d".formatted(proposal, offset));
      }
    }
  }

  private static void checkExplanation(Optional<Explanation> explanation, int offset, String text) {
    explanation.ifPresent(explained -> {
      if (explained.offset() > offset || explained.offset() + explained.length() > text.length()
          || explained.title().isBlank()) {
        throw new Fault("explanations stand where they were asked for", "%s at %d".formatted(explained, offset));
      }
    });
  }
}
