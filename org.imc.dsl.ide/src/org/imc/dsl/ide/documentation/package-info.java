/** What the words of the language mean, out of the model's own documentation, for completion and hover. */
@NullMarked
package org.imc.dsl.ide.documentation;

import org.jspecify.annotations.NullMarked;
