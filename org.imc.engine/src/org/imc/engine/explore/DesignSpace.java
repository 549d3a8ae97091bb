package org.imc.engine.explore;

import java.util.List;
import java.util.OptionalLong;

/** Designs, numbered from 0. Thread-safe: the same number is always the same design. */
public interface DesignSpace {

  /** Return what tells designs apart, in words. */
  List<String> columns();

  /** Return how many designs there are. */
  long size();

  /** Make a design. */
  Design design(long index);

  /** Return the design that differs by some steps in one column alone, if there is one. */
  OptionalLong neighbour(long index, int column, int steps);
}
