/** The editor services that all hosts share: completion, hover, colours, one live model a document. */
@NullMarked
package org.imc.tests.ide;

import org.jspecify.annotations.NullMarked;
