package org.imc.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.imc.workbench.TopicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The help of the product, as its browser asks for it. */
class TopicServerTest {

  private final TopicServer server = new TopicServer();

  @BeforeEach
  void start() throws IOException {
    server.start("help");
  }

  @AfterEach
  void stop() {
    server.stop("help");
  }

  @Test
  void aTopicOfTheHelpIsServed() throws Exception {
    var page = get("/help/topic/org.imc.dsl.ui/reference.html");
    assertEquals(200, page.statusCode());
    assertEquals("text/html; charset=UTF-8", page.headers().firstValue("Content-Type").orElse(""));
    assertTrue(page.body().contains("digital macro"), page.body());
  }

  @Test
  void helpContentsLeadToTheReferenceOrToTheirTopic() throws Exception {
    assertEquals("/help/topic/org.imc.dsl.ui/reference.html",
        get("/help/index.jsp").headers().firstValue("Location").orElse(""));
    assertEquals("/help/topic/org.imc.dsl.ui/other.html",
        get("/help/index.jsp?a=b&topic=/org.imc.dsl.ui/other.html&c").headers().firstValue("Location").orElse(""));
  }

  @Test
  void whatIsNoTopicIsNotFound() throws Exception {
    assertEquals(404, get("/help/topic/org.imc.dsl.ui/nothing.html").statusCode());
    assertEquals(404, get("/help/topic/org.imc.dsl.ui/../../../../etc/passwd").statusCode());
  }

  @Test
  void onlyThisMachineIsAnswered() throws IOException {
    assertTrue(InetAddress.getByName(server.getHost()).isLoopbackAddress(), server.getHost());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://" + server.getHost() + ":" + server.getPort() + path);
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }
}
