/** Tests of the engine: its values, its prices against published ones, its search against brute force. */
package org.imc.tests.engine;
