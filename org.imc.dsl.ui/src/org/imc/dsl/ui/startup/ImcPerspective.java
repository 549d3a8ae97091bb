package org.imc.dsl.ui.startup;

import java.util.List;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.imc.dsl.ui.architecture.ArchitectureView;
import org.imc.dsl.ui.chips.ChipsView;
import org.imc.dsl.ui.compare.CompareView;
import org.imc.dsl.ui.exploration.ExplorationView;
import org.imc.dsl.ui.mapping.MappingView;
import org.imc.dsl.ui.results.ResultsView;

/** Files on the left of the text; results and problems below both, as wide as the window. */
public final class ImcPerspective implements IPerspectiveFactory {

  public static final String ID = "org.imc.dsl.ui.perspective";

  private static final float FILES = 0.2f;
  private static final float TEXT = 0.55f;
  private static final float OUTLINE = 0.75f;
  private static final float CONSOLE = 0.6f;

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    IFolderLayout below = layout.createFolder("org.imc.dsl.ui.below", IPageLayout.BOTTOM, TEXT, editors);
    below.addView(ResultsView.ID);
    below.addView(MappingView.ID);
    below.addView(ArchitectureView.ID);
    below.addView(CompareView.ID);
    below.addView(ChipsView.ID);
    below.addView(ExplorationView.ID);
    below.addView(IPageLayout.ID_PROBLEM_VIEW);
    below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    below.addPlaceholder("org.eclipse.search.ui.views.SearchView");
    layout.createPlaceholderFolder("org.imc.dsl.ui.console", IPageLayout.RIGHT, CONSOLE, "org.imc.dsl.ui.below")
        .addPlaceholder("org.eclipse.ui.console.ConsoleView"); // beside the results, which it would hide
    layout.addView(ProjectExplorer.VIEW_ID, IPageLayout.LEFT, FILES, editors);
    IPlaceholderFolderLayout right = layout.createPlaceholderFolder("org.imc.dsl.ui.right", IPageLayout.RIGHT, OUTLINE, editors);
    right.addPlaceholder(IPageLayout.ID_OUTLINE);
    right.addPlaceholder("org.eclipse.ui.cheatsheets.views.CheatSheetView");
    for (String view : List.of(ResultsView.ID, MappingView.ID, ArchitectureView.ID, CompareView.ID, ChipsView.ID,
        ExplorationView.ID)) {
      layout.addShowViewShortcut(view);
    }
    layout.addNewWizardShortcut("org.imc.dsl.ui.newProject");
    layout.addNewWizardShortcut("org.imc.dsl.ui.newFile");
    layout.addShowViewShortcut(ProjectExplorer.VIEW_ID);
    layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
    layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
    layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
    layout.addActionSet("org.eclipse.debug.ui.launchActionSet");
    layout.addPerspectiveShortcut(ID);
  }
}
