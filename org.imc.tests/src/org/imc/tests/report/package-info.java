/** Tests of the reports: exact words and figures, a golden text, a schema that documents are held against. */
package org.imc.tests.report;
