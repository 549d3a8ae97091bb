package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.STUDY_DECL__ARCHITECTURE;
import static org.imc.model.imc.ImcPackage.Literals.STUDY_DECL__MAPPING;
import static org.imc.model.imc.ImcPackage.Literals.STUDY_DECL__NETWORK;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.dsl.lowering.FlatNetwork;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MappingDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.StudyDecl;
import org.jspecify.annotations.Nullable;

/** Studies: a network against an architecture. */
public class StudyChecks extends ImcChecks {

  /** Report layers wider than what the macro computes; warn about narrower ones, which are priced at the macro's width. */
  @Check
  public void checkPrecisionFitsTheMacro(StudyDecl study) {
    NetworkDecl network = study.getNetwork();
    MacroDecl macro = study.getArchitecture() == null || study.getArchitecture().eIsProxy()
        ? null
        : Effective.of(study.getArchitecture()).joined().getMacro();
    if (network == null || network.eIsProxy() || macro == null || macro.eIsProxy()) {
      return;
    }
    QuantityDecl weight = EffectiveMacro.of(macro).joined().getWeight();
    QuantityDecl activation = EffectiveMacro.of(macro).joined().getActivation();
    if (!valid(weight, activation)) {
      return;
    }
    reportWidth(study, network, "weight", network.getWeight(), weight, macro);
    reportWidth(study, network, "activation", network.getActivation(), activation, macro);
    for (LayerDecl layer : EcoreUtil2.typeSelect(FlatNetwork.of(network).network().getNodes(), LayerDecl.class)) {
      reportWidth(study, layer, "weight", layer.getWeight(), weight, macro);
      reportWidth(study, layer, "activation", layer.getActivation(), activation, macro);
    }
  }

  private void reportWidth(StudyDecl study, NamedDecl of, String what, QuantityDecl needed,
      QuantityDecl offered, MacroDecl macro) {
    if (!valid(needed) || whole(needed) == whole(offered)) {
      return;
    }
    String kind = Kinds.capitalised(of.eClass());
    if (whole(needed) > whole(offered)) {
      error("%s '%s' has %ss of %d bits, but macro '%s' computes %d. Maybe set '%s %d bit' in one of them."
              .formatted(kind, of.getName(), what, whole(needed), macro.getName(), whole(offered), what, whole(offered)),
          study, STUDY_DECL__NETWORK, IssueCodes.STUDY_PRECISION);
    } else {
      warning("%s '%s' has %ss of %d bits; macro '%s' computes, and is priced at, %d."
              .formatted(kind, of.getName(), what, whole(needed), macro.getName(), whole(offered)),
          study, STUDY_DECL__NETWORK, IssueCodes.STUDY_WIDTH_UNUSED);
    }
  }

  /** Report a mapping that is for another network or architecture. */
  @Check
  public void checkMappingIsForTheStudy(StudyDecl study) {
    MappingDecl mapping = study.getMapping();
    if (mapping == null || mapping.eIsProxy()) {
      return;
    }
    reportOther(study, mapping, "network", mapping.getNetwork(), study.getNetwork());
    reportOther(study, mapping, "architecture", mapping.getArchitecture(), study.getArchitecture());
  }

  private void reportOther(StudyDecl study, MappingDecl mapping, String what, @Nullable NamedDecl of, @Nullable NamedDecl asked) {
    if (of != null && asked != null && !of.eIsProxy() && !asked.eIsProxy() && of != asked) {
      error("Mapping '%s' is for %s '%s', but '%s' is asked about. Maybe evaluate '%s'.".formatted(
              mapping.getName(), what, of.getName(), asked.getName(), of.getName()),
          study, STUDY_DECL__MAPPING, IssueCodes.STUDY_MAPPING);
    }
  }

  /** Warn about a question that is asked twice. */
  @Check
  public void checkQuestionsAreAskedOnce(FileDecl file) {
    var seen = new HashSet<List<Object>>();
    for (StudyDecl study : EcoreUtil2.typeSelect(file.getElements(), StudyDecl.class)) {
      if (study.getNetwork() != null && study.getArchitecture() != null
          && !seen.add(Arrays.asList(
              study.getNetwork(), study.getArchitecture(), study.getObjective(), study.getMapping(),
              study.getActivations(), study.getWeights()))) {
        warning("This question is asked twice. Maybe remove one.", study, STUDY_DECL__ARCHITECTURE,
            IssueCodes.STUDY_DUPLICATE);
      }
    }
  }
}
