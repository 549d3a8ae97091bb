package org.imc.dsl.lowering;

import java.util.List;
import java.util.Optional;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ExtentDecl;
import org.imc.model.imc.PaddingDecl;
import org.imc.model.imc.PaddingKind;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.WindowedLayerDecl;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that slides over one axis of its input.
 *
 * @param input stored elements along the axis
 * @param kernel taps
 * @param stride step between outputs
 * @param dilation distance between taps
 * @param padding zeros before and behind, together
 */
public record SlidingWindow(long input, long kernel, long stride, long dilation, long padding) {

  /** Return the window along y, or nothing while its sizes are missing or invalid. */
  public static Optional<SlidingWindow> vertical(WindowedLayerDecl layer, long input) {
    return along(layer, input, true);
  }

  /** Return the window along x, or nothing while its sizes are missing or invalid. */
  public static Optional<SlidingWindow> horizontal(WindowedLayerDecl layer, long input) {
    return along(layer, input, false);
  }

  private static Optional<SlidingWindow> along(WindowedLayerDecl layer, long input, boolean vertical) {
    Optional<Long> kernel = side(layer.getKernel(), vertical);
    Optional<Long> stride = layer.getStride() == null ? Optional.of(1L) : side(layer.getStride(), vertical);
    Optional<Long> dilation = layer.getDilation() == null ? Optional.of(1L) : side(layer.getDilation(), vertical);
    if (kernel.isEmpty() || stride.isEmpty() || dilation.isEmpty()) {
      return Optional.empty();
    }
    var unpadded = new SlidingWindow(input, kernel.get(), stride.get(), dilation.get(), 0);
    PaddingDecl padding = layer.getPadding();
    if (padding == null) {
      return Optional.of(unpadded);
    }
    return padding.getKind() == PaddingKind.SAME
        ? Optional.of(unpadded.withPadding(unpadded.samePadding()))
        : explicit(padding.getSizes(), vertical).map(unpadded::withPadding);
  }

  private static Optional<Long> side(@Nullable ExtentDecl extent, boolean vertical) {
    if (extent == null) {
      return Optional.empty();
    }
    QuantityDecl size = vertical || extent.getWidth() == null ? extent.getHeight() : extent.getWidth();
    return Quantities.isValid(size) ? Optional.of(Quantities.whole(size)) : Optional.empty();
  }

  private static Optional<Long> explicit(List<QuantityDecl> sizes, boolean vertical) {
    if (!sizes.stream().allMatch(Quantities::isValid)) {
      return Optional.empty();
    }
    long[] padding = sizes.stream().mapToLong(Quantities::whole).toArray();
    return switch (padding.length) {
      case 1 -> Optional.of(2 * padding[0]);
      case 2 -> Optional.of(2 * padding[vertical ? 0 : 1]);
      case 4 -> Optional.of(vertical ? padding[0] + padding[2] : padding[1] + padding[3]);
      default -> Optional.empty(); // reported by NetworkChecks
    };
  }

  private SlidingWindow withPadding(long zeros) {
    return new SlidingWindow(input, kernel, stride, dilation, zeros);
  }

  private long samePadding() {
    return Math.max(0, (Math.ceilDiv(input, stride) - 1) * stride + span() - input);
  }

  /** Return the input elements from the first tap to the last. */
  public long span() {
    return dilation * (kernel - 1) + 1;
  }

  /** Return the input with its padding. */
  public long padded() {
    return input + padding;
  }

  /** Return the outputs along the axis; 0 or less when the kernel does not fit. */
  public long outputs() {
    return Math.floorDiv(padded() - span(), stride) + 1;
  }
}
