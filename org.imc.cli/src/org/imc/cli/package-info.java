/**
 * The {@code imc} command: one class a subcommand. Reads arguments, shows results; what they mean is the language's and the
 * engine's.
 *
 * <p>Nothing but {@link org.imc.cli.Language} touches Xtext before a file is read, so that help and version come at once.
 */
@NullMarked
package org.imc.cli;

import org.jspecify.annotations.NullMarked;
