package org.imc.dsl.validation;

import java.util.Locale;
import org.eclipse.xtext.preferences.PreferenceKey;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.ConfigurableIssueCodesProvider;

/** Tell Xtext which severities can be set, and what they are as long as nobody does. */
public class ImcIssueCodes extends ConfigurableIssueCodesProvider {

  @Override
  protected void initialize(IAcceptor<PreferenceKey> keys) {
    for (CheckDescription check : CheckDescriptions.all()) {
      if (check.isConfigurable()) {
        keys.accept(create(check.code(), check.severity().name().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
