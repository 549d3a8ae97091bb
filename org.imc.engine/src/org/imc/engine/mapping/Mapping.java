package org.imc.engine.mapping;

/** How one layer runs on one architecture: what is parallel, in which order, and what is kept where. */
public record Mapping(SpatialMapping spatial, TemporalMapping temporal) { }
