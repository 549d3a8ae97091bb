package org.imc.dsl.ide.server;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.impl.ResourceServiceProviderRegistryImpl;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.formatting.TypedLayout;
import org.imc.dsl.ide.highlighting.Highlighter;
import org.imc.dsl.ide.hints.DefaultHints;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.navigation.ImportedNames;
import org.imc.dsl.ide.quickfix.QuickFixes;
import org.imc.dsl.ide.rename.Renaming;
import org.imc.dsl.library.Library;

/** The server's parts, and the language's that it uses. */
final class ServerBindings extends AbstractModule {

  /** What the server asks the language for. */
  private static final List<Class<?>> OF_THE_LANGUAGE = List.of(
      Library.class, StudyRunner.class, SourceFormatter.class, IQualifiedNameProvider.class,
      ILocationInFileProvider.class, Completion.class, Explanations.class, Highlighter.class, QuickFixes.class,
      Renaming.class, DefaultHints.class, TypedLayout.class, ImportedNames.class);

  private final Injector language;
  private final Shutdown shutdown;

  ServerBindings(Injector language, Shutdown shutdown) {
    this.language = language;
    this.shutdown = shutdown;
  }

  @Override
  protected void configure() {
    bind(LanguageServer.class).to(ImcLanguageServer.class);
    bind(ImcLanguageServer.class).in(Singleton.class);
    bind(WorkspaceManager.class).to(ImcWorkspace.class);
    bind(ProjectManager.class).to(ImcProject.class);
    bind(ILanguageServerShutdownAndExitHandler.class).toInstance(shutdown);
    // Requests that read share one model, and linking may load library files into it: one reads at a time.
    bind(ExecutorService.class).toInstance(Executors.newSingleThreadExecutor(Session.daemons("imc-lsp-read")));
    bind(IResourceServiceProvider.Registry.class).toInstance(registry());
    OF_THE_LANGUAGE.forEach(this::fromLanguage);
  }

  private <T> void fromLanguage(Class<T> type) {
    bind(type).toProvider(() -> language.getInstance(type));
  }

  private IResourceServiceProvider.Registry registry() {
    var registry = new ResourceServiceProviderRegistryImpl();
    registry.getExtensionToFactoryMap().put(
        SourceFiles.EXTENSION, language.getInstance(IResourceServiceProvider.class));
    return registry;
  }
}
