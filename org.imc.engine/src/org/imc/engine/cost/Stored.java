package org.imc.engine.cost;

/**
 * Elements that a layer without weights reads or writes, and where they live.
 *
 * @param level index of a memory level
 * @param elements how many
 */
public record Stored(int level, long elements) { }
