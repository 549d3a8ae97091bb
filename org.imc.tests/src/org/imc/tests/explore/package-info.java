/** Explorations: sweeps against pricing everything, journals that were broken off, and what differs between designs. */
package org.imc.tests.explore;
