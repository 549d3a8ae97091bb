/**
 * Tests of the {@code imc} command: as a process, the way people start it, where exit code, streams and signals matter, and
 * inside the test's process where there are many inputs.
 */
package org.imc.tests.cli;
