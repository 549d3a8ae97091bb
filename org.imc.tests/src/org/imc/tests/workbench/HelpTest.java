package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpContentProducer;
import org.eclipse.help.IHelpResource;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.reference.Reference;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.architecture.ArchitectureView;
import org.imc.dsl.ui.chips.ChipsView;
import org.imc.dsl.ui.compare.CompareView;
import org.imc.dsl.ui.exploration.ExplorationView;
import org.imc.dsl.ui.help.OpenReference;
import org.imc.dsl.ui.mapping.MappingView;
import org.imc.dsl.ui.results.ResultsView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the platform's help finds in the workbench. */
class HelpTest {

  private static final String PLUGIN = "org.imc.dsl.ui";

  /** Where the platform keeps a control's context. */
  private static final String HELP_KEY = "org.eclipse.ui.help";

  @RegisterExtension
  final Bench bench = new Bench();

  @Test
  void thePlatformFindsTheReferenceAsItIsNow() throws Exception {
    IHelpContentProducer producer = producer();
    try (InputStream page = producer.getInputStream(PLUGIN, "reference.html", Locale.ROOT)) {
      assertEquals(Language.get(Reference.class).html(), new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertNull(producer.getInputStream(PLUGIN, "other.html", Locale.ROOT));
  }

  @Test
  void theReferenceIsWrittenForTheBrowser() throws Exception {
    assertEquals(Language.get(Reference.class).html(), Files.readString(OpenReference.write()));
  }

  @Test
  void theContentsLeadToHeadingsOfTheReference() throws Exception {
    IConfigurationElement toc = contributed("org.eclipse.help.toc").get(0);
    String html = Language.get(Reference.class).html();
    try (InputStream file = Platform.getBundle(PLUGIN).getEntry(toc.getAttribute("file")).openStream()) {
      List<String> topics = Pattern.compile("href=\"reference.html#([^\"]*)\"")
          .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8)).results().map(link -> link.group(1)).toList();
      assertEquals(5, topics.size(), topics::toString);
      topics.forEach(topic -> assertTrue(html.contains("<h2 id=\"%s\">".formatted(topic)), topic));
    }
  }

  @Test
  void everyViewAndPageHasAContextWhoseTopicsAreThere() throws Exception {
    String html = Language.get(Reference.class).html();
    var ids = new ArrayList<String>(List.of("editor", "newProject", "newFile", "importOnnx", "preferences", "severities", "study"));
    contributed("org.eclipse.ui.views").stream().filter(view -> view.getName().equals("view"))
        .forEach(view -> ids.add(view.getAttribute("id").substring(PLUGIN.length() + 1)));
    for (String id : ids) {
      IContext context = HelpSystem.getContext(PLUGIN + "." + id);
      assertNotNull(context, id);
      assertTrue(context.getText().length() > 40, context.getText());
      for (IHelpResource topic : context.getRelatedTopics()) {
        String anchor = topic.getHref().substring(topic.getHref().indexOf('#') + 1);
        assertTrue(html.contains("<h2 id=\"%s\">".formatted(anchor)), topic.getHref());
      }
    }
  }

  @Test
  void f1FindsTheContextOfEditorAndViews() throws Exception {
    Bench.awaitLanguage();
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Chips.STUDY));
    var text = Bench.viewer(editor).getTextWidget();
    await("the editor speaks of the language", () -> (PLUGIN + ".editor").equals(text.getData(HELP_KEY)));
    for (String id : List.of(ResultsView.ID, MappingView.ID, ArchitectureView.ID, CompareView.ID, ChipsView.ID,
        ExplorationView.ID)) {
      IViewPart view = bench.page().showView(id);
      assertNotNull(Bench.search(view.getSite().getShell(), Composite.class, each -> id.equals(each.getData(HELP_KEY))), id);
      bench.page().hideView(view);
    }
  }

  private static IHelpContentProducer producer() throws CoreException {
    return (IHelpContentProducer) contributed("org.eclipse.help.contentProducer").get(0)
        .createExecutableExtension("producer");
  }

  private static List<IConfigurationElement> contributed(String point) {
    return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
        .filter(element -> element.getContributor().getName().equals(PLUGIN))
        .toList();
  }
}
