/**
 * Files as they are being typed: one warm model for each open document, kept in step with its text, and what there is to
 * say about it. Depends on the language alone; hosts hand in texts and show what comes out.
 */
@NullMarked
package org.imc.dsl.ide.live;

import org.jspecify.annotations.NullMarked;
