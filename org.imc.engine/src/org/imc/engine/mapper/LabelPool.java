package org.imc.engine.mapper;

import java.util.Arrays;

/** The partial mappings of a search, in columns, linked into one list for each state. Labels are numbered as they come. */
final class LabelPool {

  static final int NONE = -1;

  /** Enough for most searches, which begin with a good value. */
  private static final int ROOM_AT_FIRST = 64;

  private final int criteria;
  private final int shared;
  private final int[] heads; // by state
  private int size;
  private double[] cost;
  private double[] used;
  private int[] next = new int[ROOM_AT_FIRST];
  private int[] parent = new int[ROOM_AT_FIRST];
  private int[] state = new int[ROOM_AT_FIRST];

  LabelPool(int states, int criteria, int shared) {
    this.criteria = criteria;
    this.shared = shared;
    heads = new int[states];
    Arrays.fill(heads, NONE);
    cost = new double[ROOM_AT_FIRST * criteria];
    used = new double[ROOM_AT_FIRST * shared];
  }

  int size() {
    return size;
  }

  int first(int ofState) {
    return heads[ofState];
  }

  /** Return whether a state has more labels than this. */
  boolean hasMore(int ofState, int than) {
    int left = than;
    int label = heads[ofState];
    while (label != NONE && left > 0) {
      label = next[label];
      left--;
    }
    return label != NONE;
  }

  int next(int label) {
    return next[label];
  }

  int parent(int label) {
    return parent[label];
  }

  int state(int label) {
    return state[label];
  }

  double cost(int label, int criterion) {
    return cost[label * criteria + criterion];
  }

  void load(int label, double[] costs, double[] uses) {
    System.arraycopy(cost, label * criteria, costs, 0, criteria);
    System.arraycopy(used, label * shared, uses, 0, shared);
  }

  /**
   * Add a label unless one of its state is as good in everything; drop those that it is as good as in everything.
   *
   * @return whether it was added
   */
  boolean add(int ofState, double[] costs, double[] uses, int from) {
    int before = NONE;
    int label = heads[ofState];
    while (label != NONE) {
      if (isWithin(cost, label * criteria, costs, criteria) && isWithin(used, label * shared, uses, shared)) {
        return false;
      }
      int following = next[label];
      if (contains(cost, label * criteria, costs, criteria) && contains(used, label * shared, uses, shared)) {
        unlink(ofState, before, following);
      } else {
        before = label;
      }
      label = following;
    }
    append(ofState, before, costs, uses, from);
    return true;
  }

  private void unlink(int ofState, int before, int following) {
    if (before == NONE) {
      heads[ofState] = following;
    } else {
      next[before] = following;
    }
  }

  private void append(int ofState, int last, double[] costs, double[] uses, int from) {
    if (size == next.length) {
      grow();
    }
    int label = size++;
    System.arraycopy(costs, 0, cost, label * criteria, criteria);
    System.arraycopy(uses, 0, used, label * shared, shared);
    parent[label] = from;
    state[label] = ofState;
    next[label] = NONE;
    unlink(ofState, last, label);
  }

  /** Keep only these labels of a state, in this order. */
  void keep(int ofState, int[] labels) {
    heads[ofState] = labels[0];
    for (int i = 0; i < labels.length; i++) {
      next[labels[i]] = i + 1 < labels.length ? labels[i + 1] : NONE;
    }
  }

  private void grow() {
    int capacity = Math.multiplyExact(size, 2);
    next = Arrays.copyOf(next, capacity);
    parent = Arrays.copyOf(parent, capacity);
    state = Arrays.copyOf(state, capacity);
    cost = Arrays.copyOf(cost, Math.multiplyExact(capacity, criteria));
    used = Arrays.copyOf(used, Math.multiplyExact(capacity, shared));
  }

  private static boolean isWithin(double[] all, int from, double[] bound, int length) {
    for (int i = 0; i < length; i++) {
      if (all[from + i] > bound[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(double[] all, int from, double[] bound, int length) {
    for (int i = 0; i < length; i++) {
      if (all[from + i] < bound[i]) {
        return false;
      }
    }
    return true;
  }
}
