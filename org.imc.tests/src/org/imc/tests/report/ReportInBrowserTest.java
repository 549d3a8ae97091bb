package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a report as Chromium lays it out: nothing is cut off, and a phone need not scroll it sideways. */
class ReportInBrowserTest {

  private static final long TIMEOUT_S = 60;

  /** Say in the title what is wrong, with everything unfolded. */
  private static final String LOOK = """
      <script>
      const wrong = [];
      document.querySelectorAll('details').forEach(each => { each.open = true; });
      if (document.documentElement.scrollWidth > innerWidth) {
        wrong.push('the page is ' + document.documentElement.scrollWidth + ' px wide in a window of ' + innerWidth);
      }
      for (const svg of document.querySelectorAll('svg')) {
        const all = svg.viewBox.baseVal;
        for (const text of svg.querySelectorAll('text:not([transform])')) {
          const box = text.getBBox();
          if (box.x < 0 || box.y < 0 || box.x + box.width > all.width || box.y + box.height > all.height) {
            wrong.push('cut off: ' + text.textContent);
          }
        }
      }
      document.title = 'seen ' + document.querySelectorAll('svg').length + ' charts, wrong: ' + wrong.join('; ');
      </script>
      """;

  @TempDir private Path folder;

  private static Optional<Path> browser() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(each -> Path.of(each, name)))
        .filter(Files::isExecutable).findFirst();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 1280})
  void nothingIsCutOff(int width) throws Exception {
    assumeTrue(browser().isPresent(), "there is no Chromium here to draw the page");
    String page = ReportFormat.HTML.render(Studies.styles(), FileNames.URIS);
    Path file = Files.writeString(folder.resolve("page.html"), page.replace("</body>", LOOK + "</body>"));
    Path seen = folder.resolve("seen.html");
    Process process = new ProcessBuilder(browser().get().toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
        "--user-data-dir=" + folder.resolve("profile"), "--window-size=%d,900".formatted(width), "--dump-dom", file.toUri().toString())
        .redirectOutput(seen.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    boolean ended = process.waitFor(TIMEOUT_S, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    assumeTrue(ended && Files.size(seen) > 0, "Chromium does not start here");
    Matcher title = Pattern.compile("<title>(seen [^<]*)</title>").matcher(Files.readString(seen));
    assertEquals("seen 13 charts, wrong: ", title.find() ? title.group(1) : "nothing");
  }
}
