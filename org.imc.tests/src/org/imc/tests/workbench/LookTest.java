package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.imc.tests.workbench.Bench.document;
import static org.imc.tests.workbench.Bench.find;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.architecture.ArchitectureView;
import org.imc.dsl.ui.chips.ChipsView;
import org.imc.dsl.ui.compare.CompareView;
import org.imc.dsl.ui.exploration.ExplorationView;
import org.imc.dsl.ui.mapping.MappingView;
import org.imc.dsl.ui.results.ResultsView;
import org.imc.dsl.ui.startup.ImcPerspective;
import org.imc.dsl.ui.wizards.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the perspective looks in both themes on a small and a large screen; the pictures are for people. */
class LookTest {

  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

  /** An analog and a digital chip, of which the array is explored. */
  private static final String EXPLORATION = """
      import imc.network.ResNet8
      import imc.technology.cmos28

      digital macro Adders { technology cmos28 rows 128 columns 128 weight 8 bit activation 8 bit serial 1 bit }
      analog macro Charge { technology cmos28 rows 128 columns 128 weight 8 bit activation 8 bit dac 1 bit adc { resolution 5 bit } }

      architecture Digital {
        macro Adders
        memory activations { kind sram size 64 KiB serves inputs, outputs port readwrite 128 bit/cycle }
        memory weights { kind sram size 512 KiB serves weights port readwrite 128 bit/cycle }
      }
      architecture Analog extends Digital { macro Charge }

      explore Arrays {
        networks ResNet8
        architectures Digital, Analog
        rows in 64 .. 256 step * 2
        columns in 64 .. 256 step * 2
        dac in { 1 bit, 2 bit }
        adc resolution in 4 bit .. 5 bit
        minimising energy, latency, area
      }
      """;

  @RegisterExtension
  final Bench bench = new Bench();

  private Rectangle before;

  @BeforeEach
  void awaitTheLanguage() {
    Bench.awaitLanguage();
    before = shell().getBounds();
  }

  @AfterEach
  void asBefore() {
    engine().setTheme(LIGHT, false);
    shell().setBounds(before);
  }

  @ParameterizedTest
  @CsvSource({"light, org.eclipse.e4.ui.css.theme.e4_default, 1280, 800", "dark, org.eclipse.e4.ui.css.theme.e4_dark, 1280, 800",
      "light, org.eclipse.e4.ui.css.theme.e4_default, 1920, 1080", "dark, org.eclipse.e4.ui.css.theme.e4_dark, 1920, 1080"})
  void everyViewHasRoom(String name, String theme, int width, int height) throws Exception {
    engine().setTheme(theme, false);
    shell().setMaximized(false);
    shell().setBounds(0, 0, width, height);
    IWorkbenchPage page = PlatformUI.getWorkbench().showPerspective(ImcPerspective.ID, bench.page().getWorkbenchWindow());
    page.resetPerspective();
    ITextEditor editor = bench.open(bench.file(bench.imcProject("p"), "a.imc", Template.BLANK.text()));
    for (String view : List.of(ResultsView.ID, MappingView.ID, ArchitectureView.ID, CompareView.ID, ChipsView.ID)) {
      page.showView(view);
      await("the answer is shown", () -> Bench.search(shell(), Label.class, label -> label.isVisible()
          && (label.getText().startsWith("ResNet8 on Chip, minimising energy: ") && !label.getText().contains("…")
              || label.getText().contains("the square is"))) != null);
      if (view.equals(CompareView.ID)) {
        document(editor).set(Template.BLANK.text().replace("macro Array x 4", "macro Array x 2"));
        await("the edit is compared", () -> Bench.search(shell(), Label.class,
            label -> label.isVisible() && label.getText().contains(" % energy") && !label.getText().contains("±0 % energy")) != null);
      }
      Bench.idle(800);
      Bench.screenshot("%s-%s-%d".formatted(view.substring(view.lastIndexOf('.') + 1), name, width));
      if (view.equals(ResultsView.ID)) {
        assertAllColumnsAreSeen(find(shell(), Table.class, table -> table.isVisible() && table.getColumnCount() == 8));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"light, org.eclipse.e4.ui.css.theme.e4_default, 1280, 800", "dark, org.eclipse.e4.ui.css.theme.e4_dark, 1280, 800",
      "light, org.eclipse.e4.ui.css.theme.e4_default, 1920, 1080", "dark, org.eclipse.e4.ui.css.theme.e4_dark, 1920, 1080"})
  void theExplorationHasRoom(String name, String theme, int width, int height) throws Exception {
    engine().setTheme(theme, false);
    shell().setMaximized(false);
    shell().setBounds(0, 0, width, height);
    IWorkbenchPage page = PlatformUI.getWorkbench().showPerspective(ImcPerspective.ID, bench.page().getWorkbenchWindow());
    page.resetPerspective();
    bench.open(bench.file(bench.imcProject("p"), "a.imc", EXPLORATION));
    bench.execute("org.imc.dsl.ui.explore");
    await("the designs are priced", () -> Bench.search(shell(), Label.class, label -> label.isVisible()
        && label.getText().startsWith("Arrays: least energy") && label.getText().contains("on the front")) != null);
    Table table = find(shell(), Table.class, found -> found.isVisible() && found.getColumnCount() == 10);
    table.setSelection(3);
    table.notifyListeners(SWT.Selection, new Event());
    Bench.idle(800);
    Bench.screenshot("exploration-%s-%d".formatted(name, width));
    page.hideView(page.findView(ExplorationView.ID)); // or the next picture may be of these designs
  }

  private static void assertAllColumnsAreSeen(Table table) {
    int widths = 0;
    for (TableColumn column : table.getColumns()) {
      widths += column.getWidth();
    }
    assertTrue(table.getClientArea().width >= widths - 2,
        "columns of %d px in a table of %d px".formatted(widths, table.getClientArea().width));
  }

  private static IThemeEngine engine() {
    return PlatformUI.getWorkbench().getService(IThemeEngine.class);
  }

  private static Shell shell() {
    return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
  }

}
