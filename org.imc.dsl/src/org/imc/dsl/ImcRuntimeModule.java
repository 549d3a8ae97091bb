package org.imc.dsl;

import com.google.inject.Binder;
import com.google.inject.Provider;
import com.google.inject.name.Names;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting.IIndentationInformation;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.LexerProvider;
import org.eclipse.xtext.preferences.IPreferenceValuesProvider;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IFragmentProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IGlobalScopeProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.scoping.impl.AbstractDeclarativeScopeProvider;
import org.eclipse.xtext.validation.ConfigurableIssueCodesProvider;
import org.eclipse.xtext.validation.IDiagnosticConverter;
import org.imc.dsl.formatting2.ImcIndentation;
import org.imc.dsl.linking.ImcFragments;
import org.imc.dsl.linking.ImcLexer;
import org.imc.dsl.linking.ImcLinkingMessages;
import org.imc.dsl.linking.ImcResource;
import org.imc.dsl.linking.ImcSyntaxMessages;
import org.imc.dsl.naming.ImcExportedNames;
import org.imc.dsl.naming.ImcQualifiedNames;
import org.imc.dsl.naming.ImcValueConverters;
import org.imc.dsl.parser.antlr.internal.InternalImcLexer;
import org.imc.dsl.scoping.ImcGlobalScopeProvider;
import org.imc.dsl.scoping.ImcImports;
import org.imc.dsl.validation.ImcDiagnostics;
import org.imc.dsl.validation.ImcIssueCodes;
import org.imc.dsl.validation.Severities;

/** The language's parts that differ from Xtext's defaults. */
public class ImcRuntimeModule extends AbstractImcRuntimeModule {

  @Override
  public Class<? extends XtextResource> bindXtextResource() {
    return ImcResource.class;
  }

  public Class<? extends IFragmentProvider> bindIFragmentProvider() {
    return ImcFragments.class;
  }

  @Override
  public Provider<? extends InternalImcLexer> provideInternalImcLexer() {
    return LexerProvider.create(ImcLexer.class);
  }

  @Override
  public Class<? extends IValueConverterService> bindIValueConverterService() {
    return ImcValueConverters.class;
  }

  @Override
  public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
    return ImcQualifiedNames.class;
  }

  public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
    return ImcExportedNames.class;
  }

  @Override
  public Class<? extends IGlobalScopeProvider> bindIGlobalScopeProvider() {
    return ImcGlobalScopeProvider.class;
  }

  public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider() {
    return ImcLinkingMessages.class;
  }

  public Class<? extends IIndentationInformation> bindIIndentationInformation() {
    return ImcIndentation.class;
  }

  public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
    return ImcSyntaxMessages.class;
  }

  public Class<? extends IDiagnosticConverter> bindIDiagnosticConverter() {
    return ImcDiagnostics.class;
  }

  public Class<? extends ConfigurableIssueCodesProvider> bindConfigurableIssueCodesProvider() {
    return ImcIssueCodes.class;
  }

  public Class<? extends IPreferenceValuesProvider> bindIPreferenceValuesProvider() {
    return Severities.class;
  }

  @Override
  public void configureIScopeProviderDelegate(Binder binder) {
    binder.bind(IScopeProvider.class).annotatedWith(Names.named(AbstractDeclarativeScopeProvider.NAMED_DELEGATE))
        .to(ImcImports.class);
  }
}
