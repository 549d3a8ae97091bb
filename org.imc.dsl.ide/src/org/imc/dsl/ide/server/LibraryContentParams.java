package org.imc.dsl.ide.server;

import org.eclipse.lsp4j.jsonrpc.validation.NonNull;

/**
 * The parameters of {@code imc/libraryContent}.
 *
 * @param uri of a shipped file, such as {@code imc-library:/imc/network/ResNet8.imc}
 */
public record LibraryContentParams(@NonNull String uri) { }
