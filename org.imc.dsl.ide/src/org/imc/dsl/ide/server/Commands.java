package org.imc.dsl.ide.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.UriExtensions;

/** The commands that a client can have executed. Stateless. */
final class Commands {

  /** Evaluate studies. Arguments: URI of the file, index of the study (left out: all of the file). */
  static final String EVALUATE = "imc.evaluate";

  /** Cancel evaluations. Argument: URI of the file (left out: all). */
  static final String CANCEL = "imc.cancel";

  static final List<String> ALL = List.of(EVALUATE, CANCEL);

  @Inject private Evaluations evaluations;
  @Inject private UriExtensions uris;

  CompletableFuture<? extends Object> execute(
      ExecuteCommandParams params, Function<String, WorkProgress> begin, Runnable published) {
    Optional<String> uri = argument(params, 0).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString);
    switch (params.getCommand()) {
      case EVALUATE -> {
        String file = uri.orElseThrow(() -> refusal("'%s' needs the URI of a file.".formatted(EVALUATE)));
        Optional<Integer> index =
            argument(params, 1).filter(JsonPrimitive::isNumber).map(JsonPrimitive::getAsInt);
        return evaluations.evaluate(uris.toUri(file), index, begin, published);
      }
      case CANCEL -> {
        return CompletableFuture.completedFuture(evaluations.cancel(uri.map(uris::toUri)));
      }
      default -> throw refusal("There is no command '%s'.".formatted(params.getCommand()));
    }
  }

  private static Optional<JsonPrimitive> argument(ExecuteCommandParams params, int index) {
    List<Object> arguments = params.getArguments();
    return arguments != null && index < arguments.size()
        && arguments.get(index) instanceof JsonElement element && element.isJsonPrimitive()
        ? Optional.of(element.getAsJsonPrimitive())
        : Optional.empty();
  }

  private static ResponseErrorException refusal(String message) {
    return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }
}
