package org.imc.dsl.lowering;

import com.google.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imc.engine.arch.Architecture;
import org.imc.engine.workload.Layer;
import org.imc.model.imc.MappingDecl;

/**
 * What a mapping is for, in the engine's values.
 *
 * @param layers by name
 * @param architecture that they run on
 */
public record MappingTarget(Map<String, Layer> layers, Architecture architecture) {

  /** No operand is wider, in bits. */
  private static final long WIDEST = 64;

  /** Makes targets. */
  public static final class Factory {

    @Inject private Places.Factory places;

    /** Return the target of a mapping; nothing while its network or architecture has errors, which they report themselves. */
    public Optional<MappingTarget> of(MappingDecl mapping) {
      if (mapping.getNetwork() == null || mapping.getNetwork().eIsProxy()
          || mapping.getArchitecture() == null || mapping.getArchitecture().eIsProxy()) {
        return Optional.empty();
      }
      try {
        var layers = new NetworkLowering(places.create()).lower(mapping.getNetwork()).layers();
        layers.forEach(layer -> Math.multiplyExact(layer.macs(), WIDEST)); // countable
        return Optional.of(new MappingTarget(
            layers.stream().collect(Collectors.toMap(Layer::name, Function.identity())),
            new ArchitectureLowering(places.create()).lower(mapping.getArchitecture())));
      } catch (RuntimeException halfTyped) { // whatever is missing or wrong in them
        return Optional.empty();
      }
    }
  }
}
