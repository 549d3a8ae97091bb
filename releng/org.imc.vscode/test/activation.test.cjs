// Activates the bundled extension with a stand-in for VS Code, against the real server.

const assert = require('node:assert');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const test = require('node:test');
const { spawn } = require('node:child_process');

const root = path.resolve(__dirname, '../../..');
const imc = process.env.IMC_COMMAND ?? path.join(root, 'imc');

/** Load the extension's own source with stand-ins for the modules it needs. */
function load(client) {
  const registered = { commands: {}, providers: {} };
  const vscode = {
    workspace: {
      isTrusted: true,
      workspaceFolders: [],
      getConfiguration: () => ({ get: () => imc }),
      createFileSystemWatcher: () => ({}),
      registerTextDocumentContentProvider: (scheme, provider) => { registered.providers[scheme] = provider; return {}; },
      onDidChangeConfiguration: () => ({}),
    },
    window: { showErrorMessage: message => { throw new Error(message); } },
    commands: {
      registerCommand: (name, run) => { registered.commands[name] = run; return {}; },
      executeCommand: () => undefined,
    },
  };
  const original = Module._load;
  Module._load = (name, ...rest) => name === 'vscode' ? vscode
    : name === 'vscode-languageclient/node' ? { LanguageClient: client } : original(name, ...rest);
  try {
    const file = path.join(__dirname, '../src/extension.js');
    delete require.cache[file];
    return { extension: require(file), registered };
  } finally {
    Module._load = original;
  }
}

/** As much of a language client as the extension uses, over the server's real streams. */
class Client {
  constructor(id, name, server, options) {
    this.server = server.run;
    this.options = options;
    this.waiting = new Map();
    this.next = 1;
  }

  async start() {
    this.process = spawn(this.server.command, this.server.args, { stdio: ['pipe', 'pipe', 'inherit'] });
    let buffer = Buffer.alloc(0);
    this.process.stdout.on('data', chunk => {
      buffer = Buffer.concat([buffer, chunk]);
      for (;;) {
        const end = buffer.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, end))[1]);
        if (buffer.length < end + 4 + length) return;
        const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length));
        buffer = buffer.subarray(end + 4 + length);
        this.waiting.get(message.id)?.(message);
      }
    });
    this.exit = new Promise(resolve => this.process.on('exit', resolve));
    this.initialized = await this.sendRequest('initialize', { processId: process.pid, capabilities: {}, rootUri: null });
    this.send({ method: 'initialized', params: {} });
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  sendRequest(method, params) {
    const id = this.next++;
    this.send({ id, method, params });
    return new Promise((resolve, reject) => this.waiting.set(id, message =>
      message.error ? reject(new Error(message.error.message)) : resolve(message.result)));
  }

  isRunning() { return true; }

  async stop() {
    await this.sendRequest('shutdown');
    this.send({ method: 'exit' });
    this.code = await this.exit;
  }
}

test('activation starts the server, and shipped files can be read', { timeout: 300_000 }, async () => {
  let started;
  const { extension, registered } = load(class extends Client {
    constructor(...all) { super(...all); started = this; }
  });
  const context = { subscriptions: [] };

  await extension.activate(context);

  assert.strictEqual(started.server.command, imc);
  assert.ok(started.initialized.capabilities.hoverProvider);
  assert.deepStrictEqual(started.initialized.capabilities.executeCommandProvider.commands, ['imc.evaluate', 'imc.cancel']);
  const uri = { toString: () => 'imc-library:/imc/network/ResNet8.imc' };
  const text = await registered.providers['imc-library'].provideTextDocumentContent(uri);
  assert.match(text, /network ResNet8/);
  assert.deepStrictEqual(Object.keys(registered.commands).sort(), ['imc.cancelAll', 'imc.evaluateFile', 'imc.restart']);
  await extension.deactivate();
  assert.strictEqual(started.code, 0);
});

test('the colours know all words of the grammar', async () => {
  const { keywords, readGrammar, textMate } = await import('../grammar.mjs');
  const words = keywords(readGrammar());
  assert.ok(words.includes('architecture') && words.includes('zigzag_imc') && words.includes('minimising'), words);
  assert.ok(!words.includes('e') && !words.includes('a'), 'letters of terminals are no words');
  const text = JSON.stringify(textMate(readGrammar()));
  for (const word of words) {
    assert.ok(new RegExp(`[(|]${word}[|)]`).test(text), word);
  }
});

test('the bundle is what VS Code loads', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, '../package.json')));
  assert.ok(fs.existsSync(path.join(__dirname, '..', manifest.main)));
  assert.ok(fs.existsSync(path.join(__dirname, '..', manifest.contributes.grammars[0].path)));
});
