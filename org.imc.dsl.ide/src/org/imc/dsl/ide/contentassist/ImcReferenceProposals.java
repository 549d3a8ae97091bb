package org.imc.dsl.ide.contentassist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.imc.dsl.linking.Kinds;

/** Propose names in sight, each once, as short as it can be written, with the word for what it is and its key figures. */
public class ImcReferenceProposals extends IdeCrossrefProposalProvider {

  @Override
  protected Iterable<IEObjectDescription> queryScope(
      IScope scope, CrossReference reference, ContentAssistContext context) {
    List<IEObjectDescription> all = new ArrayList<>();
    super.queryScope(scope, reference, context).forEach(all::add);
    Set<URI> shortly = new HashSet<>();
    all.stream().filter(each -> each.getName().getSegmentCount() == 1).forEach(each -> shortly.add(each.getEObjectURI()));
    return all.stream()
        .filter(each -> each.getName().getSegmentCount() == 1 || !shortly.contains(each.getEObjectURI()))
        .toList();
  }

  @Override
  protected ContentAssistEntry createProposal(
      IEObjectDescription candidate, CrossReference reference, ContentAssistContext context) {
    ContentAssistEntry entry = super.createProposal(candidate, reference, context);
    if (entry != null) {
      var figures = new ArrayList<>(List.of(Kinds.word(candidate.getEClass())));
      figures.addAll(KeyFigures.of(
          EcoreUtil.resolve(candidate.getEObjectOrProxy(), context.getResource().getResourceSet())));
      entry.setDescription(String.join(" · ", figures));
    }
    return entry;
  }
}
