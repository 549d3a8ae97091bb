/**
 * Files as they are being typed: the warm models of each project with open documents, kept in step with their texts, and
 * what there is to say about them. Depends on the language alone; hosts hand in texts and show what comes out.
 */
@NullMarked
package org.imc.dsl.ide.live;

import org.jspecify.annotations.NullMarked;
