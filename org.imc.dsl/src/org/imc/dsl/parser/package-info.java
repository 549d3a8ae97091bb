/** What bounds the parsers: a text of parentheses alone must not exhaust the stack. */
@NullMarked
package org.imc.dsl.parser;

import org.jspecify.annotations.NullMarked;
