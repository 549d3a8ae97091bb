package org.imc.tests.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether bundles find in SWT what they call there: a fragment of SWT that is too old shows itself only
 * when the method is called, on a machine of its kind.
 */
final class SwtLinks {

  private static final String SWT = "org/eclipse/swt/";
  private static final int ASM = Opcodes.ASM9;

  /** A class of SWT: its members, such as {@code setText(Ljava/lang/String;)V}, and what it inherits from. */
  private record Type(Set<String> members, Set<String> parents) { }

  private final Map<String, Type> types = new HashMap<>();
  private final Set<String> missing = new TreeSet<>();

  /** Take in the classes of SWT: a fragment, or a bundle that adds to its packages. */
  void define(Path jar) throws IOException {
    each(jar, reader -> {
      var parents = new TreeSet<>(Set.of(reader.getInterfaces()));
      if (reader.getSuperName() != null) {
        parents.add(reader.getSuperName());
      }
      var type = new Type(new TreeSet<>(), parents);
      types.put(reader.getClassName(), type);
      reader.accept(new ClassVisitor(ASM) {
        @Override
        public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
          type.members.add(name + descriptor);
          return null;
        }

        @Override
        public @Nullable FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
            @Nullable Object value) {
          type.members.add(name + descriptor);
          return null;
        }
      }, ClassReader.SKIP_CODE);
    });
  }

  /** Look for the calls that lead nowhere. */
  void check(Path jar) throws IOException {
    each(jar, reader -> reader.accept(new ClassVisitor(ASM) {
      @Override
      public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
          String @Nullable [] exceptions) {
        return new MethodVisitor(ASM) {
          @Override
          public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
            check(jar, owner, called + type);
          }

          @Override
          public void visitFieldInsn(int opcode, String owner, String field, String type) {
            check(jar, owner, field + type);
          }
        };
      }
    }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES));
  }

  /** Return what is missing, each as {@code jar: class.member}. */
  Set<String> missing() {
    return missing;
  }

  private void check(Path jar, String owner, String member) {
    if (owner.startsWith(SWT) && !has(owner, member)) {
      missing.add("%s: %s.%s".formatted(jar.getFileName(), owner, member));
    }
  }

  private boolean has(String owner, String member) {
    Type type = types.get(owner);
    if (type == null) {
      return !owner.startsWith(SWT); // Java's own
    }
    return type.members.contains(member) || type.parents.stream()
        .anyMatch(parent -> (types.containsKey(parent) || !parent.equals("java/lang/Object")) && has(parent, member));
  }

  @FunctionalInterface
  private interface Reading {
    void of(ClassReader reader);
  }

  private static void each(Path path, Reading reading) throws IOException {
    try (var jar = new JarFile(path.toFile())) {
      for (var entry : Collections.list(jar.entries())) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
          try (var in = jar.getInputStream(entry)) {
            reading.of(new ClassReader(in));
          }
        }
      }
    }
  }
}
