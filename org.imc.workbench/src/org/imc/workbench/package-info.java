/**
 * The product around the feature: name, pictures, what of the platform it shows. A host that the
 * feature is installed into has its own; nothing depends on this.
 */
@NullMarked
package org.imc.workbench;

import org.jspecify.annotations.NullMarked;
