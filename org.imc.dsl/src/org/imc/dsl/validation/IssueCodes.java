package org.imc.dsl.validation;

/**
 * The codes of all problems that the language and the engine report: stable, dotted, lower case. Each is described in
 * {@link CheckDescriptions}.
 */
public final class IssueCodes {

  public static final String SYNTAX = "syntax";
  public static final String NAME_UNKNOWN = "name.unknown";
  public static final String NAME_DUPLICATE = "name.duplicate";
  public static final String FILE_EMPTY = "file.empty";
  public static final String FILE_NOT_TEXT = "file.not-text";
  public static final String FILE_UNREADABLE = "file.unreadable";
  public static final String SETTINGS_WITHOUT_EFFECT = "settings.without-effect";
  public static final String IMPORT_UNKNOWN = "import.unknown";
  public static final String IMPORT_CYCLE = "import.cycle";
  public static final String IMPORT_UNUSED = "import.unused";
  public static final String IMPORT_DUPLICATE = "import.duplicate";
  public static final String PROPERTY_DUPLICATE = "property.duplicate";
  public static final String PROPERTY_MISSING = "property.missing";
  public static final String PROPERTY_OUT_OF_PLACE = "property.out-of-place";
  public static final String SOURCE_EMPTY = "source.empty";
  public static final String UNIT_UNKNOWN = "unit.unknown";
  public static final String UNIT_MISSING = "unit.missing";
  public static final String UNIT_WRONG_DIMENSION = "unit.wrong-dimension";
  public static final String NUMBER_NOT_WHOLE = "number.not-whole";
  public static final String NUMBER_OUT_OF_RANGE = "number.out-of-range";
  public static final String NUMBER_DIVISION_BY_ZERO = "number.division-by-zero";
  public static final String LANGUAGE_VERSION = "language.version";
  public static final String PARAMETER_CIRCLE = "parameter.circle";
  public static final String PARAMETER_UNKNOWN = "parameter.unknown";
  public static final String BLOCK_CIRCLE = "block.circle";
  public static final String BLOCK_TOO_LARGE = "block.too-large";
  public static final String PARAMETER_UNUSED = "parameter.unused";
  public static final String PROPERTY_NOT_GIVEN = "property.not-given";
  public static final String CHIP_PARTS = "chip.parts";
  public static final String CHIP_PREDICTION = "chip.prediction";
  public static final String CHIP_UNREPORTED = "chip.unreported";
  public static final String EXTENDS_CIRCLE = "extends.circle";
  public static final String TECHNOLOGY_THRESHOLD = "technology.threshold";
  public static final String TECHNOLOGY_EXTRAPOLATED = "technology.extrapolated";
  public static final String TECHNOLOGY_LEAKAGE = "technology.leakage";
  public static final String MACRO_BASE = "macro.base";
  public static final String MACRO_COLUMNS = "macro.columns";
  public static final String MACRO_ROWS = "macro.rows";
  public static final String MACRO_BITS_PER_CYCLE = "macro.bits-per-cycle";
  public static final String MACRO_UNEVEN_SLICES = "macro.uneven-slices";
  public static final String MACRO_SUPPLY = "macro.supply";
  public static final String MACRO_MUX = "macro.mux";
  public static final String MACRO_PING_PONG = "macro.ping-pong";
  public static final String MACRO_ACTIVE = "macro.active";
  public static final String MACRO_DAC = "macro.dac";
  public static final String MACRO_READ_OUT = "macro.read-out";
  public static final String LOGIC_EMPTY = "logic.empty";
  public static final String ADC_CONVERSION = "adc.conversion";
  public static final String MACRO_THRESHOLD = "macro.threshold";
  public static final String ADC_BITS_UNUSED = "adc.bits-unused";
  public static final String ADC_SHARED = "adc.shared";
  public static final String ADC_NODE = "adc.node";
  public static final String ADC_RANGE = "adc.range";
  public static final String DAC_RANGE = "dac.range";
  public static final String DAC_KIND = "dac.kind";
  public static final String DAC_WORDLINE = "dac.wordline";
  public static final String MEMORY_OPERAND_UNSERVED = "memory.operand-unserved";
  public static final String MEMORY_OPERAND_TWICE = "memory.operand-twice";
  public static final String MEMORY_PORTS = "memory.ports";
  public static final String MEMORY_SHARING = "memory.sharing";
  public static final String MEMORY_TOO_SMALL = "memory.too-small";
  public static final String MEMORY_SMALLER_OUTSIDE = "memory.smaller-outside";
  public static final String MEMORY_KIND = "memory.kind";
  public static final String MEMORY_RANGE = "memory.range";
  public static final String MEMORY_ACCESS = "memory.access";
  public static final String MEMORY_PORT_WIDER = "memory.port-wider";
  public static final String NETWORK_TENSORS = "network.tensors";
  public static final String NETWORK_EMPTY = "network.empty";
  public static final String NETWORK_PARTIAL_SUM = "network.partial-sum";
  public static final String LAYER_ORDER = "layer.order";
  public static final String LAYER_OPERANDS = "layer.operands";
  public static final String LAYER_SHAPE = "layer.shape";
  public static final String LAYER_UNREAD = "layer.unread";
  public static final String LAYER_READS_TWICE = "layer.reads-twice";
  public static final String LAYER_STRIDE_SKIPS = "layer.stride-skips";
  public static final String LAYER_PADDING = "layer.padding";
  public static final String LAYER_PRECISION = "layer.precision";
  public static final String LAYER_TOO_LARGE = "layer.too-large";
  public static final String MAPPING_DIMENSION = "mapping.dimension";
  public static final String MAPPING_AXIS = "mapping.axis";
  public static final String MAPPING_ANY = "mapping.any";
  public static final String MAPPING_LEVEL = "mapping.level";
  public static final String MAPPING_IRRELEVANT = "mapping.irrelevant";
  public static final String MAPPING_LAYER = "mapping.layer";
  public static final String MAPPING_SIZE = "mapping.size";
  public static final String MAPPING_TOO_WIDE = "mapping.too-wide";
  public static final String MAPPING_CAPACITY = "mapping.capacity";
  public static final String MAPPING_CONTRADICTION = "mapping.contradiction";
  public static final String MAPPING_EMPTY = "mapping.empty";
  public static final String CLAIM_EMPTY = "claim.empty";
  public static final String CLAIM_FIGURE = "claim.figure";
  public static final String CLAIM_UNANSWERED = "claim.unanswered";
  public static final String CLAIM_AMBIGUOUS = "claim.ambiguous";
  public static final String CLAIM_FAILS = "claim.fails";
  public static final String REQUIRE_MISSED = "require.missed";
  public static final String STUDY_MAPPING = "study.mapping";
  public static final String STUDY_PRECISION = "study.precision";
  public static final String STUDY_WIDTH_UNUSED = "study.width-unused";
  public static final String STUDY_DUPLICATE = "study.duplicate";

  public static final String EXPLORE_OBJECTIVES = "explore.objectives";
  public static final String EXPLORE_AXIS = "explore.axis";
  public static final String EXPLORE_AXIS_TWICE = "explore.axis-twice";
  public static final String EXPLORE_RANGE = "explore.range";
  public static final String EXPLORE_VALUE_TWICE = "explore.value-twice";
  public static final String EXPLORE_EMPTY = "explore.empty";
  public static final String EXPLORE_LIMITS = "explore.limits";
  public static final String EXPLORE_BUDGET = "explore.budget";

  private IssueCodes() { }
}
