/**
 * Results and the survey for people and programs: text, JSON, CSV and plots. Independent of where they are shown; depends on
 * {@code evaluation}, {@code survey}, {@code chart} and on the engine's results. Nothing written here depends on the locale or the time.
 */
@NullMarked
package org.imc.dsl.report;

import org.jspecify.annotations.NullMarked;
