package org.imc.engine.arch;

/** Which transfers a memory port carries. */
public enum PortDirection {
  READ, WRITE, READ_WRITE;

  /** Return whether the port can read. */
  public boolean reads() {
    return this != WRITE;
  }

  /** Return whether the port can write. */
  public boolean writes() {
    return this != READ;
  }
}
