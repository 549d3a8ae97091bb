/** What the platform's generic editor needs to know the language: colours, completion, problems, hover, typing aids. */
@NullMarked
package org.imc.dsl.ui.editor;

import org.jspecify.annotations.NullMarked;
