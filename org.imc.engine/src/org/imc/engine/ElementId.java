package org.imc.engine;

/**
 * Name an element of the user's source from inside the engine, without knowing the source.
 *
 * <p>Whoever builds a {@link Study} chooses the text (the language uses qualified names, such as
 * {@code imc.example.Tiny.sram}) and finds its way back through it.
 *
 * @param value the name; not blank
 */
public record ElementId(String value) {

  public ElementId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An element id must not be blank.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
