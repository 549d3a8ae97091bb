package org.imc.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** All checks of the language, one class a topic. */
@ComposedChecks(validators = {
  FileChecks.class,
  PropertyChecks.class,
  QuantityChecks.class,
  ParameterChecks.class,
  NameChecks.class,
  TechnologyChecks.class,
  MacroChecks.class,
  StructureChecks.class,
  ConverterChecks.class,
  MemoryChecks.class,
  MemoryKindChecks.class,
  NetworkChecks.class,
  BlockChecks.class,
  ChipChecks.class,
  MappingChecks.class,
  MappingSizeChecks.class,
  StudyChecks.class,
  ClaimChecks.class,
  ExploreChecks.class
})
public class ImcValidator extends AbstractImcValidator { }
