package org.imc.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.FrameworkUtil;

/** The products in the folder of the build: that of this machine, and the others if they were asked for. */
class ProductTest {

  private static final Set<String> OURS = Set.of("org.imc.model", "org.imc.engine", "org.imc.dsl", "org.imc.dsl.ide",
      "org.imc.dsl.ui", "org.imc.onnx", "org.imc.workbench");

  static List<EclipseFolder> products() throws IOException {
    return EclipseFolder.madeBy("org.imc.product", "org.imc.workbench.product");
  }

  @BeforeAll
  static void areThere() throws IOException {
    assumeFalse(products().isEmpty(), "the product has not been built yet");
  }

  @ParameterizedTest
  @MethodSource("products")
  void holdsOurBundlesAndWhatItsOwnPlatformNeeds(EclipseFolder product) throws Exception {
    var names = new TreeSet<String>();
    var platforms = new ArrayList<String>();
    for (Attributes bundle : product.bundles()) {
      String name = EclipseFolder.symbolicName(bundle);
      names.add(name);
      String filter = bundle.getValue("Eclipse-PlatformFilter");
      assertTrue(filter == null || FrameworkUtil.createFilter(filter).matches(product.platform()), name);
      if (name.matches("org\\.eclipse\\.swt\\.(gtk|cocoa|win32)\\..*")) {
        platforms.add(name);
      }
    }
    assertEquals(List.of("org.eclipse.swt.%s.%s.%s".formatted(product.ws(), product.os(), product.arch())), platforms);
    assertTrue(names.containsAll(OURS), () -> OURS + " in " + names);
    assertTrue(names.contains("org.eclipse.equinox.p2.ui.sdk"), "it can be updated");
    assertEquals("org.imc.workbench.product", product.configuration().getProperty("eclipse.product"));
  }

  /** Fragments of SWT are not all of one version, and most of them cannot be started here. */
  @ParameterizedTest
  @MethodSource("products")
  void callsNothingThatItsSwtDoesNotHave(EclipseFolder product) throws IOException {
    var links = new SwtLinks();
    Path plugins = product.home().resolve("plugins");
    try (var fragments = Files.newDirectoryStream(plugins, "org.eclipse.swt.*.jar")) { // SWT itself, and its reader of SVG
      for (Path fragment : fragments) {
        links.define(fragment);
      }
    }
    try (var bundles = Files.newDirectoryStream(plugins, "org.{eclipse,imc}.*.jar")) {
      for (Path bundle : bundles) {
        links.check(bundle);
      }
    }
    assertEquals(Set.of(), links.missing());
  }

  @ParameterizedTest
  @MethodSource("products")
  void comesWithItsStartScriptPicturesAndLicence(EclipseFolder product) throws IOException {
    switch (product.os()) {
      case "linux" -> assertTrue(Files.isExecutable(product.home().resolve("imc-workbench")));
      case "win32" -> assertTrue(Files.readString(product.home().resolve("imc-workbench.cmd")).contains("\r\n"), "line ends of Windows");
      default -> {
        Path contents = product.home().getParent();
        assertTrue(Files.isExecutable(contents.resolve("MacOS/imc-workbench")));
        assertTrue(Files.readString(contents.resolve("Info.plist")).contains("<string>imc-workbench</string>"));
        assertEquals("icns", new String(Files.readAllBytes(contents.resolve("Resources/imc.icns")), 0, 4, "US-ASCII"));
      }
    }
    boolean mac = product.os().equals("macosx");
    assertTrue(Files.readString((mac ? product.home().getParent() : product.home()).resolve("LICENSE"))
        .startsWith("Eclipse Public License"));
    if (!mac) {
      ImageData splash = new ImageData(product.home().resolve("splash.png").toString());
      assertEquals("520 x 240", splash.width + " x " + splash.height);
      assertEquals(new RGB(0x1b, 0x14, 0x47), splash.palette.getRGB(splash.getPixel(0, 0)), "the background, not nothing");
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void holdsEachPictureThatItsWindowsAndAboutName(EclipseFolder product) throws IOException {
    try (var jar = new JarFile(workbench(product).toFile())) {
      String plugin = new String(jar.getInputStream(jar.getEntry("plugin.xml")).readAllBytes(), StandardCharsets.UTF_8);
      var pictures = Pattern.compile("icons/imc(\\d+)\\.png").matcher(plugin).results().toList();
      assertEquals(List.of("16", "32", "48", "64", "128", "128"), pictures.stream().map(name -> name.group(1)).toList());
      for (var name : pictures) {
        int width = Integer.parseInt(name.group(1));
        var picture = new ImageData(jar.getInputStream(jar.getEntry(name.group())));
        assertEquals(List.of(width, width), List.of(picture.width, picture.height));
        int middle = picture.getPixel(width / 2, width / 2);
        assertEquals(new RGB(0x88, 0xcc, 0xee), picture.palette.getRGB(middle), "the cell in the middle, not nothing");
        assertEquals(List.of(0xff, 0), List.of(picture.getAlpha(width / 2, width / 2), picture.getAlpha(0, 0)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void saysItsVersion(EclipseFolder product) throws IOException {
    Path bundle = workbench(product);
    try (var jar = new JarFile(bundle.toFile())) {
      var mappings = new Properties();
      mappings.load(jar.getInputStream(jar.getEntry("about.mappings")));
      String version = mappings.getProperty("0");
      assertTrue(bundle.getFileName().toString().startsWith("org.imc.workbench_" + version + "."), bundle + " says " + version);
      if (product.os().equals("macosx")) {
        String plist = Files.readString(product.home().getParent().resolve("Info.plist"));
        assertTrue(plist.contains("<string>" + version + "</string>"), plist);
      }
    }
  }

  private static Path workbench(EclipseFolder product) throws IOException {
    try (var plugins = Files.newDirectoryStream(product.home().resolve("plugins"), "org.imc.workbench_*.jar")) {
      return plugins.iterator().next();
    }
  }

  @Test
  void startsByItsScriptAndOpensItsWindow(@TempDir Path folder) throws Exception {
    var own = products().stream().filter(EclipseFolder::isForThisMachine).findFirst();
    assumeFalse(own.isEmpty(), "no product for this machine");
    try (var workbench = WorkbenchProcess.start(folder, List.of(own.get().home().resolve("imc-workbench").toString()))) {
      workbench.awaitExample();
      assertEquals("", workbench.errors());
    }
  }
}
