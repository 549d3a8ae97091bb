package org.imc.dsl.ui;

import com.google.inject.Injector;
import java.util.concurrent.CompletableFuture;
import org.imc.dsl.ide.ImcIdeSetup;

/**
 * The language's services: started once, in the background, when this class is first touched, and shared by everything in
 * the workbench.
 */
public final class Language {

  /** Guice's byte-code generation warns on recent JDKs and gains nothing here. */
  private static final String GUICE_BYTECODE = "guice_bytecode_gen_option";

  private static final CompletableFuture<Injector> INJECTOR = CompletableFuture.supplyAsync(Language::start);

  private Language() { }

  /** Return a service. Waits for the start, about a second: on the UI thread, only behind {@link #isReady()}. */
  public static <T> T get(Class<T> service) {
    return INJECTOR.join().getInstance(service);
  }

  /** Return whether services can be had without waiting. */
  public static boolean isReady() {
    return INJECTOR.isDone();
  }

  /** Run something as soon as services can be had without waiting, in some thread. */
  public static void whenReady(Runnable action) {
    INJECTOR.thenRun(action);
  }

  private static Injector start() {
    WorkbenchLog.install();
    if (System.getProperty(GUICE_BYTECODE) == null) {
      System.setProperty(GUICE_BYTECODE, "DISABLED");
    }
    return new ImcIdeSetup().createInjectorAndDoEMFRegistration();
  }
}
