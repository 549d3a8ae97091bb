package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** Runs tasks that wait for others and occupy ports, each port by one task at a time: the most urgent that can start. */
final class PortSchedule {

  private final List<Task> tasks = new ArrayList<>();

  /** A task; ports are known by name. */
  static final class Task {

    private final int number;
    private final long urgency;
    private final Map<String, Double> ports = new HashMap<>();
    private final List<Task> followers = new ArrayList<>();
    private int waitsFor;
    private double finish = -1;

    private Task(int number, long urgency) {
      this.number = number;
      this.urgency = urgency;
    }

    /** Let this start only when others are done. */
    Task after(Iterable<Task> others) {
      for (Task other : others) {
        other.followers.add(this);
        waitsFor++;
      }
      return this;
    }

    /** Let this occupy a port for some time. */
    Task on(String port, double cycles) {
      ports.merge(port, cycles, Double::sum);
      return this;
    }

    private double cycles() {
      return ports.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
  }

  /** Return a new task; the lower, the more urgent. */
  Task task(long urgency) {
    var task = new Task(tasks.size(), urgency);
    tasks.add(task);
    return task;
  }

  /** Return when the last task is done. */
  double run() {
    Comparator<Task> mostUrgent = Comparator.<Task>comparingLong(task -> task.urgency).thenComparingInt(task -> task.number);
    var ready = new TreeSet<>(mostUrgent);
    var running = new PriorityQueue<>(Comparator.<Task>comparingDouble(task -> task.finish).thenComparing(mostUrgent));
    Map<String, Double> busyUntil = new HashMap<>();
    tasks.stream().filter(task -> task.waitsFor == 0).forEach(ready::add);
    var events = new TreeSet<Double>(List.of(0.0));
    double end = 0;
    int done = 0;
    while (!events.isEmpty()) {
      double now = events.pollFirst();
      for (boolean changes = true; changes;) {
        changes = false;
        while (!running.isEmpty() && running.peek().finish <= now) {
          done++;
          running.remove().followers.stream().filter(task -> --task.waitsFor == 0).forEach(ready::add);
        }
        for (Task task : List.copyOf(ready)) {
          if (task.ports.keySet().stream().allMatch(port -> busyUntil.getOrDefault(port, 0.0) <= now)) {
            ready.remove(task);
            task.ports.forEach((port, cycles) -> {
              busyUntil.put(port, now + cycles);
              events.add(now + cycles);
            });
            task.finish = now + task.cycles();
            end = Math.max(end, task.finish);
            running.add(task);
            changes = true;
          }
        }
      }
    }
    if (done < tasks.size()) {
      throw new IllegalStateException("%d of %d tasks never start.".formatted(tasks.size() - done, tasks.size()));
    }
    return end;
  }
}
