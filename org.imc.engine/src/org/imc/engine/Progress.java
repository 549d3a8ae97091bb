package org.imc.engine;

/** Hear how far an evaluation has come. Called from worker threads, one call at a time. */
@FunctionalInterface
public interface Progress {

  /** Ignores everything. */
  Progress NONE = (done, total, what) -> { };

  /**
   * Report that a piece of work is done.
   *
   * @param done pieces done so far, at least 1
   * @param total pieces in all
   * @param what the piece just done, such as a layer's name
   */
  void report(int done, int total, String what);
}
