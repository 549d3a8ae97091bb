package org.imc.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The words that options take for the values of an enumeration: its names in lower case, with hyphens. */
final class OptionWords {

  private OptionWords() { }

  /** Have all commands below read these words, in any case, and name them when another is typed. */
  static void register(CommandLine commandLine) {
    for (OptionSpec option : commandLine.getCommandSpec().options()) {
      if (option.type().isEnum()) {
        register(commandLine, option.type());
      }
    }
    commandLine.getSubcommands().values().forEach(OptionWords::register);
  }

  private static <T> void register(CommandLine commandLine, Class<T> type) {
    commandLine.registerConverter(type, typed -> value(type.getEnumConstants(), typed));
  }

  private static <T> T value(T[] values, String typed) {
    return Arrays.stream(values).filter(value -> word((Enum<?>) value).equalsIgnoreCase(typed)).findFirst()
        .orElseThrow(() -> new TypeConversionException("'%s' is none of %s".formatted(typed,
            Arrays.stream(values).map(value -> word((Enum<?>) value)).collect(Collectors.joining(", ")))));
  }

  /** Return the word for a value. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
