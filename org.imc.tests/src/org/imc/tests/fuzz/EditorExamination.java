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
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;

/** Hold what an editor asks for, at any place of any document, to its promises. */
final class EditorExamination {

  @Inject private Provider<LiveFile> liveFiles;
  @Inject private Completion completion;
  @Inject private Explanations explanations;
  @Inject private Highlighter highlighter;

  /** Colour the text; complete and explain at two offsets. */
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
    }
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
