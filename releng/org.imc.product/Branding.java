import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Make the products under a folder {@code <os>/<ws>/<arch>} ready to start: start script, splash
 * picture, icon, licence.
 *
 * <p>Run by the build as {@code java Branding.java <products> <root of the repository>}. The pictures
 * are those that org.imc.workbench has drawn.
 */
public final class Branding {

  private final Path start;
  private final Path licence;
  private final Path pictures;

  private Branding(Path root) {
    start = root.resolve("releng/org.imc.product/start");
    licence = root.resolve("LICENSE");
    pictures = root.resolve("org.imc.workbench/target");
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "Expected two folders, <products> and <root>, but got %d arguments.".formatted(args.length));
    }
    var branding = new Branding(Path.of(args[1]));
    for (Path os : folders(Path.of(args[0]))) {
      for (Path ws : folders(os)) {
        for (Path arch : folders(ws)) {
          branding.finish(os.getFileName().toString(), folders(arch).getFirst());
        }
      }
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (var entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void finish(String os, Path product) throws IOException {
    switch (os) {
      case "linux" -> {
        copyStart(product.resolve("imc-workbench"));
        copySplash(product);
      }
      case "win32" -> {
        copy(start.resolve("imc-workbench.cmd"), product.resolve("imc-workbench.cmd"));
        copySplash(product);
      }
      case "macosx" -> {
        Path contents = product.resolve("Contents");
        copy(start.resolve("Info.plist"), contents.resolve("Info.plist"));
        copyStart(contents.resolve("MacOS/imc-workbench"));
        copy(pictures.resolve("imc.icns"), contents.resolve("Resources/imc.icns"));
      }
      default -> throw new IllegalArgumentException("No start script for the operating system '%s'.".formatted(os));
    }
    copy(licence, os.equals("macosx") ? product.resolve("Contents/LICENSE") : product.resolve("LICENSE"));
  }

  private void copyStart(Path to) throws IOException {
    copy(start.resolve("imc-workbench"), to);
    to.toFile().setExecutable(true, false);
  }

  private void copySplash(Path product) throws IOException {
    copy(pictures.resolve("splash.png"), product.resolve("splash.png"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
