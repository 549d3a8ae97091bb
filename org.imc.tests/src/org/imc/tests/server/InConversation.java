package org.imc.tests.server;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that talk to a server in this process, each to one of its own, about a folder of its own. */
abstract class InConversation {

  @TempDir Path folder;

  Conversation editor;

  @BeforeEach
  void begin() throws IOException {
    editor = Conversation.inProcess();
  }

  @AfterEach
  void end() {
    editor.close();
  }
}
