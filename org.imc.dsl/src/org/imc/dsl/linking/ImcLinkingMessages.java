package org.imc.dsl.linking;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.imc.dsl.library.Library;
import org.imc.dsl.validation.IssueCodes;

/** Say which name is not known, and which was probably meant. The issue's data is the replacement, if there is one. */
public class ImcLinkingMessages extends LinkingDiagnosticMessageProvider {

  @Inject private IScopeProvider scopes;
  @Inject private Library library;

  @Override
  public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
    String typed = context.getLinkText();
    String kind = Kinds.word(context.getReference().getEReferenceType());
    Optional<String> meant = meant(typed, context.getContext(), context.getReference());
    Optional<String> toImport = library.names().stream()
        .filter(name -> name.endsWith("." + typed) || name.equals(typed))
        .findFirst();
    String advice = meant.map(" Maybe '%s'."::formatted)
        .or(() -> toImport.map(" Maybe add 'import %s'."::formatted))
        .orElse("");
    return new DiagnosticMessage(
        "There is no %s named '%s' here.%s".formatted(kind, typed, advice),
        Severity.ERROR, IssueCodes.NAME_UNKNOWN, meant.stream().toArray(String[]::new));
  }

  private Optional<String> meant(String typed, EObject context, EReference reference) {
    Iterable<IEObjectDescription> visible = scopes.getScope(context, reference).getAllElements();
    List<String> names = StreamSupport.stream(visible.spliterator(), false)
        .map(description -> description.getName().toString())
        .distinct()
        .toList();
    return Spelling.nearest(typed, names.stream());
  }
}
