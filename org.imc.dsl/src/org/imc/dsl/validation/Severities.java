package org.imc.dsl.validation;

import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.preferences.IPreferenceValues;
import org.eclipse.xtext.preferences.IPreferenceValuesProvider;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.validation.SeverityConverter;
import org.imc.dsl.linking.Spelling;

/**
 * Tell Xtext how severe users take the problems of a file: what was asked for in this run, else the settings of its
 * project, else the description of the check.
 */
@Singleton
public class Severities implements IPreferenceValuesProvider {

  /** The words for severities. */
  private static final List<String> WORDS = List.of(SeverityConverter.SEVERITY_ERROR, SeverityConverter.SEVERITY_WARNING,
      SeverityConverter.SEVERITY_INFO, SeverityConverter.SEVERITY_IGNORE);

  @Override
  public IPreferenceValues getPreferenceValues(Resource context) {
    var severities = new HashMap<String, String>();
    SettingsFile.find(context.getURI()).map(SettingsFile::read)
        .ifPresent(settings -> severities.putAll(settings.severities()));
    ResourceSet set = context.getResourceSet();
    if (set != null && set.getLoadOptions().get(Severities.class) instanceof Asked asked) {
      severities.putAll(asked.severities());
    }
    return new MapBasedPreferenceValues(severities);
  }

  /** Have severities hold for all files of a set, whatever their projects say. */
  public static void ask(ResourceSet set, Map<String, String> severities) {
    set.getLoadOptions().put(Severities.class, new Asked(severities));
  }

  private record Asked(Map<String, String> severities) { }

  /** Return why a severity cannot be set; nothing when it can. */
  public static Optional<String> fault(String code, String severity) {
    Optional<CheckDescription> check = CheckDescriptions.of(code);
    if (check.isEmpty()) {
      return Optional.of("There is no check '%s'.%s".formatted(
          code, CheckDescriptions.nearest(code).map(" Maybe '%s'."::formatted).orElse("")));
    }
    if (!WORDS.contains(severity)) {
      return Optional.of("'%s' is no severity. Maybe '%s'.".formatted(
          severity, Spelling.nearest(severity, WORDS.stream()).orElse(String.join("', '", WORDS))));
    }
    return check.get().isConfigurable() || severity.equals(SeverityConverter.SEVERITY_ERROR)
        ? Optional.empty()
        : Optional.of("'%s' is always an error: a file that has it cannot be evaluated. Maybe mend the file instead."
            .formatted(code));
  }
}
