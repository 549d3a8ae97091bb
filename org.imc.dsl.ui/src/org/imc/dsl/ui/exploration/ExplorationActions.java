package org.imc.dsl.ui.exploration;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** The buttons of the view. */
final class ExplorationActions {

  private final Action explore;
  private final Action stop;
  private final Action everything;
  private final Action clear;
  private final Action open;

  ExplorationActions(IToolBarManager bar, ExplorationView view) {
    var images = PlatformUI.getWorkbench().getSharedImages();
    everything = action("Everything", IAction.AS_CHECK_BOX, () -> view.setEverything(everything()));
    everything.setToolTipText("Also price designs that are beaten by their bounds, to see them in the plots");
    explore = action("Explore", IAction.AS_PUSH_BUTTON, view::explore);
    explore.setToolTipText("Price the designs of the exploration");
    ResourceLocator.imageDescriptorFromBundle("org.imc.dsl.ui", "icons/run.svg").ifPresent(explore::setImageDescriptor);
    stop = action("Stop Exploring", IAction.AS_PUSH_BUTTON, view::cancel);
    images(stop, images.getImageDescriptor(ISharedImages.IMG_ELCL_STOP), images.getImageDescriptor(ISharedImages.IMG_ELCL_STOP_DISABLED));
    clear = action("Clear Ranges", IAction.AS_PUSH_BUTTON, view::clearRanges);
    clear.setToolTipText("Show all designs again");
    images(clear, images.getImageDescriptor(ISharedImages.IMG_ETOOL_CLEAR),
        images.getImageDescriptor(ISharedImages.IMG_ETOOL_CLEAR_DISABLED));
    open = action("Open Design as Text", IAction.AS_PUSH_BUTTON, view::openSelected);
    open.setToolTipText("Write the selected design as an .imc file beside the exploration, and open it");
    open.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_OBJ_FILE));
    bar.add(everything);
    bar.add(explore);
    bar.add(stop);
    bar.add(clear);
    bar.add(open);
  }

  private static void images(Action action, ImageDescriptor enabled, ImageDescriptor disabled) {
    action.setImageDescriptor(enabled);
    action.setDisabledImageDescriptor(disabled);
  }

  private static Action action(String label, int style, Runnable run) {
    return new Action(label, style) {
      @Override
      public void run() {
        run.run();
      }
    };
  }

  private boolean everything() {
    return everything.isChecked();
  }

  /** Enable what can be done. */
  void enable(boolean canExplore, boolean running, boolean brushed, boolean selected) {
    explore.setEnabled(canExplore);
    stop.setEnabled(running);
    clear.setEnabled(brushed);
    open.setEnabled(selected);
  }
}
