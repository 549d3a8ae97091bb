package org.imc.dsl.report;

/** What the page about the validation says between its tables. Figures that change with the model stand in the tables alone. */
final class ValidationTexts {

  static final String HEAD = """
      # Validation

      What the model predicts for published chips, each a file of the library: one model, no script. This page is written by
      `imc validate --format markdown`, the plot by `--format svg`; a test keeps both as the model has them.

      Two questions are asked. How far is the model off where a chip's wiring and activity are published? And how far where, as
      usual, only its array, widths, converters, node and supply are? The second spread is that of an estimate, and stands as
      interval beside each.

      Ratios are prediction over published figure. Energies are those of one multiply-accumulate.

      ![Prediction over published figure](validation.svg)

      """;

  static final String DETAILED = """
      ## Chips whose wiring is published

      The seven chips of the authors' own validation, in [`imc.chip`](../org.imc.dsl/library/imc/chip). An energy is evidence
      only where the sparsity of the measurement was published; the others are shown, but no spread of this part counts them.

      """;

  static final String SPREAD = """

      ### Spread

      A factor is the larger of a ratio and its inverse; mean factors are geometric. Between the last two numbers lie 68 % of the
      published figures over their predictions.

      """;

  static final String DETAILED_FIT = """

      ### What was fitted

      The source's authors fitted area, delay and capacitance of the gate on the four digital chips, and the laws of the ADC's
      area, delay and energy on the three analog ones (and on earlier surveys): 8 constants on these 7 chips. So small
      mismatches are partly fit, not prediction.

      **Held out** is the answer to that: for each chip the constants of a figure, those [below](#what-is-fitted-and-how), are
      fitted again on the other chips of its style, and the chip is predicted with them. The shape of the ADC's laws stays as it
      was fitted by hand on all three analog chips, and each chip's activity and wiring as published. Seven chips are few: a
      held-out spread over three or four says an order of size, not a distribution.
      """;

  static final String MACROS = """

      ## Published macros

      The chips above and every SRAM macro of the [survey](survey.md) of which an access is recorded: inputs summed, sums read out
      and their widths, converters' bits, node and supply. Each is a macro of the language in the chip's file, which names what is
      assumed. The rules are the same for all:

      * An analog macro converts each sum and drives each line in every access; an ADC stands for each sum. Which macros sum
        currents is as recorded (`summing current`).
      * A digital macro works on random data: half of the input bits toggle, half of the weight bits are 1, as in the authors'
        scripts. The records tell neither share.
      * One condition of a chip counts: the first that its macro models. Chips of one macro count once.

      Left out, for what the sources do not tell and not for what they miss: no converter or no number of inputs told (CapRam2021,
      YangISSCC2019, those of KU Leuven's list alone, those of abstracts); a node of 180 nm (ChenCICC2019); a supply below the
      threshold (YuCICC2020, on whose supply sources disagree); sources that contradict each other by a factor of five
      (ColonnadeJSSC2021); memories other than SRAM.

      ### Spread of the macros

      "As published" are the constants of the model, of which one is its own: what a cell draws that sums currents. With charge alone
      the median of analog energies is 1.83x. The rules were written with the figures in sight; with random data in analog macros too,
      their median held out is 1.47x. Thirteen digital macros are few: an assumption about one of them moves their median by 0.1x.

      """;

  static final String CONSTANTS = """

      ### What is fitted, and how

      Few constants, a style and a figure at a time; all else is the published model's:

      """;

  static final String METHOD = """

      The factors are those of the least sum of absolute logarithms of predicted over published, rounded off over 0.1
      (Charbonnier et al., IEEE Trans. Image Processing 6(2), 1997), plus half of the squares of their logarithms over ln 4: what
      the chips do not tell stays as published. They are found by compass search (Kolda, Lewis, Torczon, SIAM Review 45(3), 2003),
      which is deterministic. **Held out**, they are fitted without the macro that is predicted. The 68 % are the 16 % and 84 %
      quantiles of Hyndman and Fan (The American Statistician 50(4), 1996), definition 6.

      What they say:

      * There are two kinds of converters. Most macros, and the [parts](#parts) that are published, agree with the constant of the
        authors. Five macros of 28 nm with few inputs for a sum (SiISSCC2020, SuISSCC2020, SuJSSC2023, WangISSCC2023, WuISSCC2022)
        are over-predicted four to thirty times. Nothing that is recorded tells the two apart, so the least sum of logarithms takes a
        tenth of the conversion's energy and makes up for it in the lines: totals are met better, parts worse, and a macro of
        ordinary converters is under-predicted up to three times (ChenISSCC2023). The interval covers both.
      * A cell that conducts for an access draws as much as some 18 line loads. The model's own constant comes from these three
        macros (JiangVLSI2018, KhwaISSCC2018, KimVLSI2019); held out, each is predicted with that of the other two. With the
        published model, which knows charge only, they would be under-predicted five to eleven times.
      * The switched capacitance of digital macros hardly falls below 28 nm. The model scales it by a law fitted to chips of 5 to 65 nm
        of 2022; exact adder trees at 22, 12, 5 and 4 nm (ChihISSCC2021, LeeVLSI2022, FujiwaraISSCC2022, MoriISSCC2023) ask for 2 to
        4 times as much. Part of it may be their activity, which is not published.

      Estimates show the model as published and, as interval, what these constants make of it
      ([`intervals.csv`](../org.imc.dsl/src/org/imc/dsl/prediction/intervals.csv), written by `imc validate --format intervals`).

      """;

  static final String BOUNDS = """
      ### What bounds it

      * **Activity is not published.** At full activity instead of random data an adder tree takes four times the energy.
        YueISSCC2023, which skips zeros, LinCICC2024, which is of floating point, and YueVLSI2023 among the arrays are over-predicted
        four to eight times.
      * **Near-duplicates disagree.** One chip is reported at 15.0 and 22.75 TOPS/W with its supplies exchanged (SuISSCC2021), one
        at twice the other's figure (SiISSCC2020), one at 109 and 527 1b-TOPS/W (ColonnadeJSSC2021).
      * **Structure that an access does not tell.** A DAC for each row would alone take ten times what HsiehISSCC2023 takes; WuISSCC2022
        converts in the time domain; WangISSCC2023 serves nine inputs.
      * **Clock.** An analog access is as long as its inputs are applied, by pulses or one after the other, not as long as a conversion:
        the model, which knows conversions only, misses most by far, and no constant mends it. Digital clocks are met.
      * **Area.** Of most it is known as throughput over density only, to two digits. The approximate adders of HeISSCC2023
        and WangISSCC2022 take a quarter to a fifth of the area of exact ones.

      """;

  static final String ARRAYS = """

      ## Arrays of processors

      The survey's figures of one array of a processor may be the processor's, with what feeds it. They take no part in any fit, so
      that fitted and held out are the same. Of most the energy is under-predicted, and the constants that macros ask for, which have
      cheap converters, make that worse: an interval is meant for a macro, not for an array in a processor.

      """;

  static final String SUPPLIES = """

      ## Other supplies

      What a chip does from one supply to another, as far as one source reports both: figures at the second over those at the first.
      No constant but those of [the supply law](model.md#supply) matters. Some chips scale by more than transistors do:
      converters and pulses with clocks of their own (PapistasCICC2021, ZhangCICC2022), frequencies that were kept (RasulCICC2021,
      GuoVLSI2019), processors (GuoISSCC2021), supplies that sources exchange (SuISSCC2021, JiaJSSC2020 at 0.7 V). Two whole sweeps,
      and where they contradict themselves (Sinangil's efficiency at an average output of 6: 9 % more energy from 0.8 to 1 V between
      neighbours of 39 and 40 %), are in [model.md](model.md#supply).

      """;

  static final String PARTS = """

      ## Parts

      What parts of a chip have of its energy and area, where that is published: shares of all. The constants as published put
      conversions where they were measured, the fitted ones do not: they meet totals, not parts. Drivers of inputs have no area in
      the model.

      """;

  private ValidationTexts() { }
}
