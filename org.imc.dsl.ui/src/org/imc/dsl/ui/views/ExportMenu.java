package org.imc.dsl.ui.views;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;

/** The button of a view that writes what it shows into files. */
public final class ExportMenu extends Action implements IMenuCreator {

  private final IViewSite site;
  private final Supplier<List<Export>> exports;
  private @Nullable Menu menu;

  /** Offer the exports that there are when the button is pressed. */
  public ExportMenu(IViewSite site, Supplier<List<Export>> exports) {
    super("Export", IAction.AS_DROP_DOWN_MENU);
    this.site = site;
    this.exports = exports;
    setToolTipText("Write what is shown into a file");
    setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ETOOL_SAVEAS_EDIT));
    setDisabledImageDescriptor(
        PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ETOOL_SAVEAS_EDIT_DISABLED));
    setMenuCreator(this);
  }

  /** Open the menu from anywhere on the button. */
  @Override
  public void runWithEvent(Event event) {
    if (event.widget.getDisplay().getCursorControl() instanceof Control control) {
      getMenu(control).setVisible(true);
    }
  }

  @Override
  public Menu getMenu(Control parent) {
    dispose();
    var created = new Menu(parent);
    for (Export export : exports.get()) {
      var item = new MenuItem(created, SWT.PUSH);
      item.setText("%s (%s)…".formatted(export.label(), export.extension().toUpperCase(Locale.ROOT)));
      item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> ask(export)));
    }
    menu = created;
    return created;
  }

  @Override
  public @Nullable Menu getMenu(Menu parent) {
    return null;
  }

  @Override
  public void dispose() {
    if (menu != null) {
      menu.dispose();
      menu = null;
    }
  }

  private void ask(Export export) {
    var dialog = new FileDialog(site.getShell(), SWT.SAVE);
    dialog.setText("Export " + export.label());
    dialog.setFilterExtensions(new String[] {"*." + export.extension()});
    dialog.setFileName("%s.%s".formatted(site.getRegisteredName().toLowerCase(Locale.ROOT), export.extension()));
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) {
      try {
        export.writer().write(Path.of(chosen));
      } catch (IOException e) {
        StatusManager.getManager().handle(Status.error("'%s' could not be written: %s".formatted(chosen, e.getMessage()), e),
            StatusManager.SHOW);
      }
    }
  }
}
