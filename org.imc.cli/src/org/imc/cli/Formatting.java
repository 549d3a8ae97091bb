package org.imc.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.validation.IssueCodes;

/** Format texts of the language. */
final class Formatting {

  private static final Set<String> REASONS = Set.of(IssueCodes.SYNTAX, IssueCodes.PROPERTY_DUPLICATE);

  private Formatting() { }

  /**
   * Return the text as it should be, or nothing when it has errors that {@link #errors} tells.
   *
   * @throws IllegalStateException when anything but white space would change, which would be a fault of the formatter
   */
  static Optional<String> format(XtextResource file) {
    Optional<String> formatted = Language.get(SourceFormatter.class).format(file);
    if (formatted.isPresent() && !inked(formatted.get()).equals(inked(CheckedFiles.text(file)))) {
      throw new IllegalStateException("The formatter would change more than white space in %s".formatted(file.getURI()));
    }
    return formatted;
  }

  private static String inked(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Return what keeps a file from being formatted: syntax errors, or properties given twice. */
  static List<Problem> errors(XtextResource file) {
    List<Problem> errors = Language.runner().check(file, CancelIndicator.NullImpl).stream()
        .filter(Problem::isError)
        .toList();
    List<Problem> reasons = errors.stream()
        .filter(error -> REASONS.contains(error.code()))
        .toList();
    return reasons.isEmpty() ? errors : reasons;
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
        .createResource(URI.createURI("memory:/stdin." + SourceFiles.EXTENSION));
    resource.load(new ByteArrayInputStream(bytes), Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    return resource;
  }
}
