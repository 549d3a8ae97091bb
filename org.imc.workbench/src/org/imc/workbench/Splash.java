package org.imc.workbench;

import java.awt.SplashScreen;
import org.eclipse.osgi.service.runnable.StartupMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Take down the picture that Java itself shows while the workbench starts ({@code java -splash}),
 * as soon as the window is there.
 *
 * <p>The platform's own splash needs its native launcher, which the product does without.
 */
public final class Splash implements StartupMonitor {

  /** Set by the start scripts that ask Java for the picture: without one, AWT is not even loaded. */
  private static final String SHOWN = "imc.splash";

  @Override
  public void update() { }

  @Override
  public void applicationRunning() {
    if (!Boolean.getBoolean(SHOWN)) {
      return;
    }
    @Nullable SplashScreen splash = SplashScreen.getSplashScreen();
    if (splash != null) { // no display, or a click took it away
      splash.close();
    }
  }
}
