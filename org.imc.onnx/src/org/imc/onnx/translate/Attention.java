package org.imc.onnx.translate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Attention in one node, taken apart: queries times keys, softmax, shares times values, and the projections in front where the
 * node has their weights. Masks are added for nothing, unless the network computes them: the softmax reads those.
 *
 * <p>A key and a value are written into the cells once for all queries that attend to them, also for the heads that share
 * them. A causal mask saves nothing: what it hides is multiplied.
 *
 * <p>Source: operators {@code Attention} of ONNX, version 23, and {@code Attention} and {@code MultiHeadAttention} of ONNX
 * Runtime's contributed operators.
 *
 * @param query batch x query heads x queries x size of a head, in any order
 * @param key batch x key heads x keys x size of a head, in any order
 * @param value batch x key heads x keys x size of a head of the result, in any order
 * @param queryHeads heads of the queries
 * @param keyHeads heads of keys and values; each serves as many heads of the queries
 * @param queries tokens that ask, of the whole batch
 * @param keys tokens that are asked, of the whole batch
 * @param batch inferences
 */
record Attention(Value query, Value key, Value value, long queryHeads, long keyHeads, long queries, long keys, long batch) {

  private static final int TOKENS_OF_FEATURES = 3;
  private static final int HEADS_APART = 4;

  /** Translate {@code Attention}, which has the weights of its projections in ONNX Runtime and none in ONNX. */
  static void translate(NodeContext node) throws UnsupportedNode {
    if (node.node().domain().equals("com.microsoft")) {
      projected(node);
    } else {
      apart(node, node.node().integer("q_num_heads", 0), node.node().integer("kv_num_heads", 0), List.of(4, 5), List.of(3));
    }
  }

  /** Translate {@code MultiHeadAttention} of ONNX Runtime, whose projections are nodes of their own. */
  static void ofHeads(NodeContext node) throws UnsupportedNode {
    long heads = node.node().integer("num_heads", 0);
    if (node.optional(3).filter(bias -> !bias.isConstant()).isPresent()) {
      throw new UnsupportedNode("its bias is computed by the network");
    }
    apart(node, heads, heads, List.of(6, 7), List.of(4, 5));
  }

  private static void projected(NodeContext node) throws UnsupportedNode {
    Value input = node.input(0);
    Value weights = node.input(1);
    long heads = node.node().integer("num_heads", 0);
    require(input.rank() == TOKENS_OF_FEATURES && weights.rank() == 2 && weights.isConstant(),
        "its input or its weights are not of the known shape");
    long third = weights.size(1) / TOKENS_OF_FEATURES;
    long[] sizes = node.node().integers("qkv_hidden_sizes", third, third, third);
    require(sizes.length == TOKENS_OF_FEATURES && sizes[0] == sizes[1]
        && IntStream.range(0, sizes.length).mapToLong(i -> sizes[i]).sum() == weights.size(1), "its weights do not fit its sizes");
    require(heads > 0 && sizes[0] % heads == 0 && sizes[2] % heads == 0, "its heads do not divide its features");
    requireNoPast(node, List.of(4));
    require(!node.isRead(1), "its keys and values are read by others");
    Value all = Products.matmul(node, input, weights);
    long tokens = input.size(1);
    long batch = input.size(0);
    var parts = new Value[TOKENS_OF_FEATURES];
    for (int i = 0; i < parts.length; i++) {
      long[] shape = {batch, tokens, sizes[i]};
      parts[i] = Value.of(node.part(all, node.canonical(shape)), shape, 0);
    }
    var attention = new Attention(parts[0], parts[1], parts[2], heads, heads, batch * tokens, batch * tokens, batch);
    node.define(0, attention.layers(node, List.of(3, 5)).withShape(batch, tokens, sizes[2]));
  }

  /** Translate attention whose queries, keys and values are inputs of their own: tokens of features, or heads apart. */
  private static void apart(NodeContext node, long queryHeads, long keyHeads, List<Integer> past, List<Integer> masks)
      throws UnsupportedNode {
    Value query = node.input(0);
    Optional<Value> second = node.optional(1);
    Optional<Value> third = node.optional(2);
    require(second.isPresent() && third.isPresent() && query.rank() <= HEADS_APART, "its queries, keys and values are packed");
    requireNoPast(node, past);
    Value key = second.get();
    Value value = third.get();
    boolean heads = query.rank() == HEADS_APART;
    require((heads || query.rank() == TOKENS_OF_FEATURES) && value.rank() == key.rank()
        && (key.rank() == HEADS_APART || key.rank() == TOKENS_OF_FEATURES), "its operands have not 3 or 4 axes");
    long ofQueries = heads ? query.size(1) : queryHeads;
    long ofKeys = key.rank() == HEADS_APART ? key.size(1) : keyHeads;
    require(ofKeys > 0 && ofQueries > 0 && ofQueries % ofKeys == 0, "its heads of keys do not divide those of queries");
    long batch = query.size(0);
    long queries = query.size(query.rank() - 2);
    var attention = new Attention(query, key, value, ofQueries, ofKeys,
        Math.multiplyExact(batch, queries), Math.multiplyExact(batch, key.size(key.rank() - 2)), batch);
    Value mixed = attention.layers(node, masks);
    long features = mixed.elements() / attention.queries;
    node.define(0, heads && !node.node().domain().equals("com.microsoft")
        ? mixed.withShape(batch, ofQueries, queries, features / ofQueries) : mixed.withShape(batch, queries, features));
    node.define(1, key);
    node.define(2, value);
  }

  private Value layers(NodeContext node, List<Integer> masks) throws UnsupportedNode {
    long stack = Math.multiplyExact(batch, keyHeads);
    long rows = queries / batch * (queryHeads / keyHeads);
    long columns = keys / batch;
    long inner = inner(query, queries, queryHeads);
    require(inner == inner(key, keys, keyHeads), "its queries and keys have heads of other sizes");
    Value scores = Products.matmul(node, query.withShape(stack, rows, inner), key.withShape(stack, inner, columns));
    List<String> reads = Stream.concat(Stream.of(scores),
            masks.stream().map(node::optional).flatMap(Optional::stream).filter(mask -> !mask.isConstant()))
        .map(node::read).distinct().toList();
    Value shares = Value.of(node.plain("operator", reads, node.layout(scores), "kind \"Softmax\""), scores.shape(), 0);
    return Products.matmul(node, shares, value.withShape(stack, columns, inner(value, keys, keyHeads)));
  }

  /** Return the size of a head. */
  private static long inner(Value operand, long tokens, long heads) throws UnsupportedNode {
    long each = Math.multiplyExact(tokens, heads);
    require(each > 0 && operand.elements() % each == 0, "its heads do not divide its features");
    return operand.elements() / each;
  }

  private static void requireNoPast(NodeContext node, List<Integer> past) throws UnsupportedNode {
    require(past.stream().map(node::optional).allMatch(Optional::isEmpty), "it goes on with keys and values of earlier steps");
  }

  private static void require(boolean holds, String otherwise) throws UnsupportedNode {
    if (!holds) {
      throw new UnsupportedNode(otherwise);
    }
  }
}
