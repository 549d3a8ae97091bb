/** What a newcomer meets first: the perspective, and the examples in an empty workspace. */
@NullMarked
package org.imc.dsl.ui.startup;

import org.jspecify.annotations.NullMarked;
