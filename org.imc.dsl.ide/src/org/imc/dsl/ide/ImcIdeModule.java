package org.imc.dsl.ide;

/** The editor services that differ from Xtext's defaults. */
public class ImcIdeModule extends AbstractImcIdeModule { }
