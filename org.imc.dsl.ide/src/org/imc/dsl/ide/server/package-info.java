/**
 * The language server: what the editor services say, as the Language Server Protocol wants it. Runs over any pair of
 * streams; everything a host could share lives in the packages beside this one.
 */
@NullMarked
package org.imc.dsl.ide.server;

import org.jspecify.annotations.NullMarked;
