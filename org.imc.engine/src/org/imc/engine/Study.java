package org.imc.engine;

import org.imc.engine.arch.Architecture;
import org.imc.engine.workload.Network;

/**
 * Ask one question: what does this network cost on this architecture, mapped for this objective?
 *
 * <p>A value: two equal studies have bit-identical evaluations, so a study is the key under which results are kept.
 */
public record Study(ElementId id, Network network, Architecture architecture, Objective objective) { }
