/** Run As > IMC Study: evaluate a file's studies as they are saved, report in the console, show them in Results. */
@NullMarked
package org.imc.dsl.ui.launch;

import org.jspecify.annotations.NullMarked;
