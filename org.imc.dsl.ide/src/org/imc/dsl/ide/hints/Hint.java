package org.imc.dsl.ide.hints;

/**
 * Words to show inside a text, which they are not part of.
 *
 * @param offset where, from 0
 * @param text what to show
 * @param explanation why
 */
public record Hint(int offset, String text, String explanation) { }
