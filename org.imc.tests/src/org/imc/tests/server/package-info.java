/** The language server, spoken to as an editor does: in this process over pipes, and as a process of its own. */
@NullMarked
package org.imc.tests.server;

import org.jspecify.annotations.NullMarked;
