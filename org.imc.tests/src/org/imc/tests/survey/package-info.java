/** Tests of the survey: its chips against what their sources print, filters, orders, documents and plots. */
@NullMarked
package org.imc.tests.survey;

import org.jspecify.annotations.NullMarked;
