/**
 * Certificates as files: read what {@code imc evaluate --certificate} wrote, or somebody else, and find the places of what is
 * wrong with it. What is read is untrusted: its size, depth and numbers are bounded. Depends on the engine's certificates.
 */
@NullMarked
package org.imc.dsl.certificate;

import org.jspecify.annotations.NullMarked;
