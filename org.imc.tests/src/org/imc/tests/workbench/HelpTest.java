package org.imc.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.IHelpContentProducer;
import org.imc.dsl.ide.reference.Reference;
import org.imc.dsl.ui.Language;
import org.junit.jupiter.api.Test;

/** What the platform's help finds in the workbench. */
class HelpTest {

  private static final String PLUGIN = "org.imc.dsl.ui";

  @Test
  void thePlatformFindsTheReferenceAsItIsNow() throws Exception {
    IHelpContentProducer producer = producer();
    try (InputStream page = producer.getInputStream(PLUGIN, "reference.html", Locale.ROOT)) {
      assertEquals(Language.get(Reference.class).html(), new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertNull(producer.getInputStream(PLUGIN, "other.html", Locale.ROOT));
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
