package org.imc.cli;

import com.google.inject.Key;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterPreferences;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.preferences.IPreferenceValuesProvider;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.validation.IssueCodes;

/** Format texts of the language. */
final class Formatting {

  private Formatting() { }

  /** Return what keeps a file from being formatted: its syntax errors. */
  static List<Problem> syntaxErrors(XtextResource file) {
    if (!file.getParseResult().hasSyntaxErrors()) {
      return List.of();
    }
    List<Problem> errors = Language.runner().check(file, CancelIndicator.NullImpl).stream()
        .filter(Problem::isError)
        .toList();
    List<Problem> syntax = errors.stream().filter(error -> error.code().equals(IssueCodes.SYNTAX)).toList();
    return syntax.isEmpty() ? errors : syntax;
  }

  /**
   * Return the text as it should be.
   *
   * @throws IllegalStateException when anything but white space would change, which would be a fault of the formatter
   */
  static String format(XtextResource file) {
    FormatterRequest request = Language.get(FormatterRequest.class);
    request.setPreferences(preferences(file));
    request.setTextRegionAccess(Language.get(TextRegionAccessBuilder.class).forNodeModel(file).create());
    String formatted = request.getTextRegionAccess().getRewriter()
        .renderToString(Language.get(IFormatter2.class).format(request));
    if (!inked(formatted).equals(inked(CheckedFiles.text(file)))) {
      throw new IllegalStateException("The formatter would change more than white space in %s".formatted(file.getURI()));
    }
    return formatted;
  }

  /** Return the language's own preferences; lines keep ending as they do in the file. */
  private static MapBasedPreferenceValues preferences(XtextResource file) {
    IPreferenceValuesProvider language =
        Language.get(Key.get(IPreferenceValuesProvider.class, FormatterPreferences.class));
    String lineEnd = CheckedFiles.text(file).contains("\r\n") ? "\r\n" : "\n";
    return new MapBasedPreferenceValues(
        language.getPreferenceValues(file), Map.of(FormatterPreferenceKeys.lineSeparator.getId(), lineEnd));
  }

  private static String inked(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Parse a stream to its end. */
  static XtextResource parse(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) SourceFiles.MAX_FILE_BYTES + 1);
    if (bytes.length > SourceFiles.MAX_FILE_BYTES) {
      throw new IOException("Standard input has more than %d MiB.".formatted(SourceFiles.MAX_FILE_BYTES >> 20));
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // refuses what is not UTF-8
    } catch (CharacterCodingException e) {
      throw new IOException("Standard input is not UTF-8 text.", e);
    }
    var resource = (XtextResource) Language.get(XtextResourceSet.class)
        .createResource(URI.createURI("stdin." + SourceFiles.EXTENSION));
    resource.load(new ByteArrayInputStream(bytes), Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    return resource;
  }
}
