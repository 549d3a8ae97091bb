package org.imc.dsl.ide;

import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.EntryPointFinder;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.imc.dsl.ide.contentassist.BlockEntry;
import org.imc.dsl.ide.contentassist.CompletionParser;
import org.imc.dsl.ide.contentassist.ImcContentProposals;
import org.imc.dsl.ide.contentassist.ImcReferenceProposals;

/** The editor services that differ from Xtext's defaults. */
public class ImcIdeModule extends AbstractImcIdeModule {

  public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
    return ImcContentProposals.class;
  }

  public Class<? extends IdeCrossrefProposalProvider> bindIdeCrossrefProposalProvider() {
    return ImcReferenceProposals.class;
  }

  @Override
  public Class<? extends IContentAssistParser> bindIContentAssistParser() {
    return CompletionParser.class;
  }

  public Class<? extends EntryPointFinder> bindEntryPointFinder() {
    return BlockEntry.class;
  }
}
