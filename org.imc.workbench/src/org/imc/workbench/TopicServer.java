package org.imc.workbench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.server.HelpServer;
import org.jspecify.annotations.Nullable;

/**
 * Serves the topics of the help to the browser, on this machine only. What else it is asked for, such as
 * the frames of Help Contents, it answers with the language reference.
 *
 * <p>The platform's own server would be Jetty with a compiler of JSP pages, larger than our product.
 */
public final class TopicServer extends HelpServer {

  private static final String TOPIC = "/help/topic";
  private static final String FIRST = TOPIC + "/org.imc.dsl.ui/reference.html";

  /** The same topic is asked for in several ways: nftopic is without navigation, ntopic with. */
  private static final Pattern TOPICS = Pattern.compile("/help/(?:topic|nftopic|ntopic|rtopic)(/.+)");

  /** Help Contents at a topic, which stands in the query. */
  private static final Pattern CONTENTS = Pattern.compile("(?:.*&)?topic=(/[^&]*).*");

  private static final int OK = 200;
  private static final int FOUND = 302;
  private static final int NOT_FOUND = 404;
  private static final int NOTHING_FOLLOWS = -1;
  private static final int ANY_LENGTH = 0;

  private @Nullable HttpServer server;

  @Override
  public void start(String application) throws IOException {
    if (server == null) {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", TopicServer::answer);
      server.start();
    }
  }

  @Override
  public void stop(String application) {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  @Override
  public int getPort() {
    return server == null ? 0 : server.getAddress().getPort();
  }

  @Override
  public String getHost() {
    return InetAddress.getLoopbackAddress().getHostAddress();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher topic = TOPICS.matcher(exchange.getRequestURI().getPath());
      if (topic.matches()) {
        send(topic.group(1), exchange);
      } else {
        String query = exchange.getRequestURI().getQuery();
        Matcher contents = CONTENTS.matcher(query == null ? "" : query);
        exchange.getResponseHeaders().set("Location", contents.matches() ? TOPIC + contents.group(1) : FIRST);
        exchange.sendResponseHeaders(FOUND, NOTHING_FOLLOWS);
      }
    }
  }

  private static void send(String topic, HttpExchange exchange) throws IOException {
    try (InputStream content = HelpSystem.getHelpContent(topic)) {
      if (content == null) {
        exchange.sendResponseHeaders(NOT_FOUND, NOTHING_FOLLOWS);
        return;
      }
      if (topic.endsWith(".html")) {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
      }
      exchange.sendResponseHeaders(OK, ANY_LENGTH);
      content.transferTo(exchange.getResponseBody());
    }
  }
}
