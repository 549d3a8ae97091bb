package org.imc.dsl.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.imc.dsl.certificate.CertificateFault.Place;
import org.imc.dsl.evaluation.TextFile;
import org.imc.dsl.report.CertificateReport;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.Discrepancy;

/** What a file of certificates says: one for each of some studies. */
public final class CertificateFile {

  /** No network that people describe has a larger one, bytes. */
  public static final long MAX_BYTES = 16L << 20;

  private final Path path;
  private final String text;
  private final LocatedJson document;
  private final List<Claim> claims;

  /**
   * One study's certificate.
   *
   * @param file the source of the study, from the folder of this file; empty when it lies elsewhere
   * @param title what was asked
   * @param certificate what is claimed
   * @param pointer where it stands in the document
   */
  public record Claim(String file, String title, Certificate certificate, String pointer) { }

  private CertificateFile(Path path, String text, LocatedJson document, List<Claim> claims) {
    this.path = path;
    this.text = text;
    this.document = document;
    this.claims = List.copyOf(claims);
  }

  /**
   * Return the text of a file.
   *
   * @throws IOException that says why it cannot be read
   */
  public static String text(Path path) throws IOException {
    return TextFile.read(path, MAX_BYTES, "a certificate");
  }

  /** Read a text that stands in a file. */
  public static CertificateFile of(Path path, String text) throws CertificateFault {
    LocatedJson document = LocatedJson.parse(text);
    String format = document.field("format").text();
    if (!format.equals(CertificateReport.FORMAT)) {
      throw document.field("format").fault(
          "'/format' is '%s', but should be '%s'.".formatted(format, CertificateReport.FORMAT));
    }
    long version = document.field("version").whole();
    if (version != CertificateReport.VERSION) {
      throw document.field("version").fault("'/version' is %d, but this imc knows %d only. Maybe write the certificate anew."
          .formatted(version, CertificateReport.VERSION));
    }
    List<Claim> claims = new CertificateReader().claims(document.field("studies"));
    document.finish();
    return new CertificateFile(path, text, document, claims);
  }

  public List<Claim> claims() {
    return claims;
  }

  /** Return the whole text. */
  public String text() {
    return text;
  }

  /** Return where a line that does not hold stands. */
  public Place place(Claim claim, Discrepancy discrepancy) {
    return document.place(claim.pointer() + discrepancy.pointer());
  }

  /** Return where a claim stands. */
  public Place place(Claim claim) {
    return document.place(claim.pointer());
  }

  /**
   * Return the source of a claim: a file in the folder of this one, or below.
   *
   * @throws CertificateFault when it names none, or one elsewhere
   */
  public Path source(Claim claim) throws CertificateFault {
    LocatedJson file = document.at(claim.pointer() + "/file");
    try {
      Path folder = path.toAbsolutePath().normalize().getParent();
      if (claim.file().isEmpty() || folder == null) {
        throw file.fault("No source is named. Maybe name it behind the certificate.");
      }
      Path relative = Path.of(claim.file());
      Path source = folder.resolve(relative).normalize();
      boolean inside = !relative.isAbsolute() && source.startsWith(folder)
          && (!Files.exists(source) || source.toRealPath().startsWith(folder.toRealPath()));
      if (!inside || !claim.file().endsWith(".imc")) {
        throw file.fault("'%s' is not an .imc file in the certificate's folder. Maybe name the source behind the certificate."
            .formatted(claim.file()));
      }
      return source;
    } catch (IOException | InvalidPathException e) {
      throw file.fault("'%s' is not the name of a file.".formatted(claim.file()));
    }
  }
}
