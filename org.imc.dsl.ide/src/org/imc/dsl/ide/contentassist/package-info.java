/** What can be typed at a place of a file: properties not yet given, units that fit, names in sight, imports. */
@NullMarked
package org.imc.dsl.ide.contentassist;

import org.jspecify.annotations.NullMarked;
