/** Where texts come from and where places of them are shown: the workspace, open editors, the file system. */
@NullMarked
package org.imc.dsl.ui.sources;

import org.jspecify.annotations.NullMarked;
