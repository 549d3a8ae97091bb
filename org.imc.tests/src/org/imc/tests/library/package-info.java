/** What we ship as .imc files: the library and the examples, against what others published. */
@NullMarked
package org.imc.tests.library;

import org.jspecify.annotations.NullMarked;
