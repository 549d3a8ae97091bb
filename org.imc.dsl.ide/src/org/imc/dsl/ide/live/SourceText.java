package org.imc.dsl.ide.live;

import org.eclipse.emf.common.util.URI;

/**
 * A file and its text as it is now: in an editor, or else on disk.
 *
 * @param uri where
 * @param text all of it
 */
public record SourceText(URI uri, String text) { }
