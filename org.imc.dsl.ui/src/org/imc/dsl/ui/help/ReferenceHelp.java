package org.imc.dsl.ui.help;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.help.IHelpContentProducer;
import org.imc.dsl.ide.reference.Reference;
import org.imc.dsl.ui.Language;
import org.jspecify.annotations.Nullable;

/** Write the language reference when somebody reads it: what hovers say, and the help, are the same texts. */
public final class ReferenceHelp implements IHelpContentProducer {

  /** The page, which only exists while it is read. */
  public static final String PAGE = "reference.html";

  @Override
  public @Nullable InputStream getInputStream(String plugin, String href, Locale locale) {
    return href.split("[?#]", 2)[0].equals(PAGE)
        ? new ByteArrayInputStream(Language.get(Reference.class).html().getBytes(StandardCharsets.UTF_8))
        : null; // another page, which the platform finds itself
  }
}
