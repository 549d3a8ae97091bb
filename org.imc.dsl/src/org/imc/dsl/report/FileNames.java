package org.imc.dsl.report;

import org.eclipse.emf.common.util.URI;

/** Say how a file is called in a report, such as by its path from where the user stands. */
@FunctionalInterface
public interface FileNames {

  /** Calls every file by its whole URI. */
  FileNames URIS = URI::toString;

  /** Return the name of a file. */
  String of(URI file);
}
