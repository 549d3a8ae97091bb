/** The workbench as its users meet it: real windows, editors, builds and views, driven through the platform's own API. */
@NullMarked
package org.imc.tests.workbench;

import org.jspecify.annotations.NullMarked;
