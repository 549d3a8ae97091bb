package org.imc.dsl.ui.refactoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.DocumentChange;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.TextChange;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.imc.dsl.ide.rename.Renaming;
import org.imc.dsl.ide.rename.Renaming.Spot;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.LiveModels;
import org.imc.dsl.ui.sources.Uris;

/** Give what an offset of a document names another name, in all files of its project. */
public final class RenameRefactoring extends Refactoring {

  private final IDocument document;
  private final int offset;
  private String before = "";
  private String after = "";

  /** Prepare to rename; nothing is read yet. */
  public RenameRefactoring(IDocument document, int offset) {
    this.document = document;
    this.offset = offset;
  }

  @Override
  public String getName() {
    return "Rename '%s'".formatted(before);
  }

  /** Return the name as it is; empty before the initial conditions have been checked. */
  String before() {
    return before;
  }

  /** Choose the new name. */
  public void setNewName(String name) {
    after = name;
  }

  @Override
  public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
    Optional<String> name = LiveModels.read(document,
        resource -> Language.get(Renaming.class).declaration(resource, offset).map(named -> named.getName()));
    before = name.orElse("");
    after = before;
    return name.isPresent()
        ? new RefactoringStatus()
        : RefactoringStatus.createFatalErrorStatus("There is no name here that could be changed.");
  }

  @Override
  public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) {
    return check(after);
  }

  /** Return why a name cannot be given, or nothing to say. */
  RefactoringStatus check(String name) {
    return LiveModels.read(document, resource -> {
      var renaming = Language.get(Renaming.class);
      try {
        var named = renaming.declaration(resource, offset);
        if (named.isEmpty()) {
          return RefactoringStatus.createFatalErrorStatus("There is no name here any more.");
        }
        if (!name.equals(before)) {
          renaming.check(named.get(), name);
        }
        return new RefactoringStatus();
      } catch (Renaming.Refused e) {
        return RefactoringStatus.createFatalErrorStatus(e.getMessage());
      }
    });
  }

  @Override
  public Change createChange(IProgressMonitor monitor) {
    Map<URI, List<Spot>> spots = LiveModels.read(document, resource -> {
      var renaming = Language.get(Renaming.class);
      return renaming.declaration(resource, offset).<Map<URI, List<Spot>>>map(renaming::spots).orElseGet(HashMap::new);
    });
    var all = new CompositeChange(getName());
    spots.forEach((uri, found) -> all.add(change(uri, found)));
    return all;
  }

  private TextChange change(URI uri, List<Spot> spots) {
    Optional<IFile> file = Uris.file(uri).filter(IFile::exists);
    TextChange change = file.isPresent()
        ? new TextFileChange(file.get().getName(), file.get())
        : new DocumentChange(uri.lastSegment(), document); // outside the workspace, where a file is alone
    change.setEdit(new MultiTextEdit());
    change.setTextType("imc");
    for (Spot spot : spots) {
      change.addEdit(new ReplaceEdit(spot.offset(), spot.length(), after));
    }
    return change;
  }
}
