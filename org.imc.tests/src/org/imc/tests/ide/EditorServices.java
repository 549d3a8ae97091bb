package org.imc.tests.ide;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;
import org.imc.tests.language.Language;

/** The language with its editor services, as a host without a workbench has it. */
final class EditorServices {

  private EditorServices() { }

  static <T> T get(Class<T> service) {
    return Language.get(service);
  }

  static LiveFile liveFile() {
    return get(LiveFile.class);
  }

  static SourceText file(String name, String text) {
    return new SourceText(URI.createURI("memory:/" + name), text);
  }

  static Snapshot snapshot(String text, SourceText... others) {
    return new Snapshot(file("a.imc", text), List.of(others));
  }

  /** Return what is proposed where a text has a bar. */
  static List<ContentAssistEntry> complete(String marked, SourceText... others) {
    int offset = marked.indexOf('|');
    String text = marked.substring(0, offset) + marked.substring(offset + 1);
    return liveFile().read(snapshot(text, others),
        resource -> get(Completion.class).propose(resource, offset, CancelIndicator.NullImpl));
  }

  static List<String> proposals(String marked, SourceText... others) {
    var texts = new ArrayList<String>();
    complete(marked, others).forEach(entry -> texts.add(entry.getProposal()));
    return texts;
  }
}
