package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.linking.Spelling;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.BlockDecl;
import org.imc.model.imc.InputDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.UseDecl;

/** Blocks and where they are used. */
public class BlockChecks extends ImcChecks {

  /** Report an input that says its shape in a block, or does not in a network. */
  @Check
  public void checkInputsHaveShapesInNetworksOnly(InputDecl input) {
    if (input.eContainer() instanceof BlockDecl && input.getShape() != null) {
      error("Input '%s' of a block has the shape of what the block is used on. Maybe remove this."
              .formatted(input.getName()),
          input, INPUT_DECL__SHAPE, IssueCodes.PROPERTY_OUT_OF_PLACE);
    } else if (input.eContainer() instanceof NetworkDecl && input.getShape() == null) {
      error("Input '%s' has no shape. Maybe add '3 x 32 x 32'.".formatted(input.getName()),
          input, NAMED_DECL__NAME, IssueCodes.PROPERTY_MISSING, "shape");
    }
  }

  /** Report a block that, perhaps through others, uses itself. */
  @Check
  public void checkBlocksAreNotCircular(UseDecl use) {
    BlockDecl around = EcoreUtil2.getContainerOfType(use, BlockDecl.class);
    if (around != null && use.getBlock() != null && leadsTo(use.getBlock(), around, new HashSet<>())) {
      error("Block '%s' uses itself here. Maybe another block is meant.".formatted(around.getName()),
          use, USE_DECL__BLOCK, IssueCodes.BLOCK_CIRCLE);
    }
  }

  private static boolean leadsTo(BlockDecl from, BlockDecl wanted, Set<BlockDecl> seen) {
    return from == wanted || !from.eIsProxy() && seen.add(from)
        && EcoreUtil2.typeSelect(from.getNodes(), UseDecl.class).stream()
            .map(UseDecl::getBlock).filter(Objects::nonNull).anyMatch(block -> leadsTo(block, wanted, seen));
  }

  /** Report a use that gives the block other inputs than it has, or repeats a block that has several. */
  @Check
  public void checkInputsAreThoseOfTheBlock(UseDecl use) {
    BlockDecl block = use.getBlock();
    if (block == null || block.eIsProxy() || use.getFrom().isEmpty()) {
      return;
    }
    int inputs = EcoreUtil2.typeSelect(block.getNodes(), InputDecl.class).size();
    if (use.getFrom().size() != inputs) {
      error("Block '%s' has %d %s, but '%s' reads %d. Maybe change what stands behind 'from'."
              .formatted(block.getName(), inputs, inputs == 1 ? "input" : "inputs", use.getName(), use.getFrom().size()),
          use, LAYER_DECL__FROM, IssueCodes.LAYER_OPERANDS);
    } else if (inputs > 1 && valid(use.getCount()) && Quantities.whole(use.getCount()) > 1) {
      error("Block '%s' has %d inputs; only a block with one input can be put behind itself. Maybe use it once for each."
              .formatted(block.getName(), inputs),
          use, USE_DECL__COUNT, IssueCodes.LAYER_OPERANDS);
    }
  }

  /** Report a value for a parameter that the block has not. */
  @Check
  public void checkParametersAreThoseOfTheBlock(UseDecl use) {
    BlockDecl block = use.getBlock();
    if (block == null || block.eIsProxy()) {
      return;
    }
    List<String> known = block.getParameters().stream().map(ParameterDecl::getName).filter(Objects::nonNull).toList();
    for (ParameterDecl given : use.getParameters()) {
      if (given.getName() != null && !known.contains(given.getName())) {
        Optional<String> meant = Spelling.nearest(given.getName(), known.stream());
        error("Block '%s' has no parameter '%s'.%s".formatted(block.getName(), given.getName(),
                meant.map(" Maybe '%s'."::formatted).orElse("")),
            given, NAMED_DECL__NAME, IssueCodes.PARAMETER_UNKNOWN, meant.stream().toArray(String[]::new));
      }
    }
  }
}
