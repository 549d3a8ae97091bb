// The VS Code side of the language server: finds the imc command, starts it, shows shipped files.

const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const LIBRARY = 'imc-library';

let client;

/** Return the imc command: the setting, else the one of an open folder that is trusted, else that of the PATH. */
function findCommand() {
  const configured = vscode.workspace.getConfiguration('imc').get('path');
  if (configured) {
    return configured;
  }
  if (vscode.workspace.isTrusted) {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const candidate = path.join(folder.uri.fsPath, 'imc');
      if (folder.uri.scheme === 'file' && isExecutable(candidate)
          && fs.existsSync(path.join(folder.uri.fsPath, 'org.imc.cli'))) {
        return candidate;
      }
    }
  }
  return 'imc';
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Make a client; it runs when it is started. */
function createClient() {
  const run = { command: findCommand(), args: ['lsp'] };
  return new LanguageClient('imc', 'IMC', { run, debug: run }, {
    documentSelector: [
      { scheme: 'file', language: 'imc' },
      { scheme: 'untitled', language: 'imc' },
      { scheme: LIBRARY, language: 'imc' },
    ],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/{*.imc,org.imc.dsl.prefs}') },
  });
}

async function start() {
  client = createClient();
  try {
    await client.start();
  } catch (fault) {
    const action = await vscode.window.showErrorMessage(
      `The imc command did not start: ${fault.message ?? fault}. Maybe set 'imc.path'.`, 'Open settings');
    if (action) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'imc.path');
    }
  }
}

async function stop() {
  const stopping = client;
  client = undefined;
  if (stopping?.isRunning()) {
    await stopping.stop();
  }
}

/** Called by VS Code when the first .imc file is opened. */
async function activate(context) {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(LIBRARY, {
      provideTextDocumentContent: uri => client?.sendRequest('imc/libraryContent', { uri: uri.toString() }),
    }),
    vscode.commands.registerCommand('imc.evaluateFile', () => {
      const file = vscode.window.activeTextEditor?.document;
      return file?.languageId === 'imc'
        ? vscode.commands.executeCommand('imc.evaluate', file.uri.toString())
        : undefined;
    }),
    vscode.commands.registerCommand('imc.cancelAll', () => vscode.commands.executeCommand('imc.cancel')),
    vscode.commands.registerCommand('imc.restart', async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async change => {
      if (change.affectsConfiguration('imc.path')) {
        await stop();
        await start();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop, findCommand };
